import { Injectable } from '@nestjs/common';
import type { HoursChange } from '../../../src/bookings/affected/affected-bookings.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import { Database } from '../../../src/database/database.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../src/shared/outcome.js';
import { commandButton } from '../cards/command-button.js';
import { type Message, sentences } from '../message.js';
import { calendarNamed } from './calendar/calendar-named.js';

/** Whoever gives a command, and the hosts for whom they may act, they themselves first. */
interface Acting {
  readonly caller: ChatIdentity;
  readonly hostIds: readonly string[];
  readonly calendarId?: string;
}

type Found = Outcome<CalendarConfiguration, Message>;

/** The end of its link, which no two calendars share. */
const pathOf = ({ host, slug }: CalendarConfiguration): string => `${host.handle}/${slug}`;

/** The caller's own by any of their names; those of others by the link, or a name that only one has. */
function namedAmong(
  own: readonly CalendarConfiguration[],
  all: readonly CalendarConfiguration[],
  name: string,
): readonly CalendarConfiguration[] {
  const mine = calendarNamed(own, name) ?? all.find((calendar) => pathOf(calendar) === name);
  if (mine) return [mine];
  return all.filter(({ slug, settings }) => [slug, settings.title.toLowerCase()].includes(name));
}

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
  async of(caller: ChatIdentity, id?: string): Promise<Found> {
    const calendars = await this.all(caller);
    const named = calendars.find((calendar) => calendar.id === id);
    if (named) return done(named);
    if (id !== undefined) return refused(sentences(say('commands:calendarGone')));
    const chosen = calendars.find(({ id }) => id === caller.currentCalendarId) ?? calendars[0];
    return chosen ? done(chosen) : refused(this.none());
  }

  /**
   * The calendar in which the caller books for others: their own as above, or one of the hosts for
   * whom they act. With several of those and none of their own, they have to name it.
   */
  async acting({ caller, hostIds, calendarId }: Acting, name?: string): Promise<Found> {
    const using = calendarId ?? name;
    const own = using === undefined ? await this.of(caller) : null;
    if (own?.ok) return own;
    const calendars = await this.database.read((entities) =>
      Promise.all(hostIds.map((hostId) => this.calendars.ofHost(entities, hostId))),
    );
    const all = calendars.flat();
    if (calendarId !== undefined) {
      const asked = all.find(({ id }) => id === calendarId);
      return asked ? done(asked) : refused(sentences(say('commands:calendarGone')));
    }
    const [only] = all;
    if (!only) return refused(this.none());
    const mine = all.filter(({ host }) => host.id === caller.hostId);
    const meant = name === undefined ? all : namedAmong(mine, all, name.trim().toLowerCase());
    const [named, second] = meant;
    if (named && !second) return done(named);
    const names = all.map(pathOf).join(', ');
    return refused(
      sentences(
        named || name === undefined
          ? say('calendar:which', { names, first: pathOf(only) })
          : say('calendar:noSuchCalendar', { name, names }),
      ),
    );
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
    const words = sentences(say('commands:noCalendar'));
    return { ...words, buttons: [commandButton('setup', say('calendar:next.setUp'), 'primary')] };
  }
}
