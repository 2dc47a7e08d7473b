import { Injectable } from '@nestjs/common';
import type { HoursChange } from '../../../src/bookings/affected-bookings.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import { Database } from '../../../src/database/database.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../src/shared/outcome.js';
import { type Message, sentences } from '../message.js';

/** Which calendar a host's command means. */
@Injectable()
export class CurrentCalendar {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
  ) {}

  /**
   * The one named by `id`, else the one chosen by `calendar use`, else the host's first; refused for
   * somebody without any, and for a calendar that is no longer theirs.
   */
  async of(caller: ChatIdentity, id?: string): Promise<Outcome<CalendarConfiguration, Message>> {
    const calendars = await this.all(caller);
    const named = calendars.find((calendar) => calendar.id === id);
    if (named) return done(named);
    if (id !== undefined) return refused(sentences(say('commands:calendarGone')));
    const chosen = calendars.find(({ id }) => id === caller.currentCalendarId) ?? calendars[0];
    return chosen ? done(chosen) : refused(this.none());
  }

  all(caller: ChatIdentity): Promise<CalendarConfiguration[]> {
    const { hostId } = caller;
    if (!hostId) return Promise.resolve([]);
    return this.database.read((entities) => this.calendars.ofHost(entities, hostId));
  }

  /** These calendars as they were and as they are now. */
  async changesSince(
    caller: ChatIdentity,
    before: readonly CalendarConfiguration[],
  ): Promise<HoursChange[]> {
    const now = await this.all(caller);
    return before.flatMap((calendar) => {
      const after = now.find(({ id }) => id === calendar.id);
      return after ? [{ before: calendar, after }] : [];
    });
  }

  private none(): Message {
    return sentences(say('commands:noCalendar'));
  }
}
