import { Injectable } from '@nestjs/common';
import {
  BOOKINGS_AHEAD,
  DeleteCalendar,
  type DeletionProblem,
} from '../../../../src/bookings/delete-calendar.service.js';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { say } from '../../../../src/language/say.js';
import { Confirmations } from '../../dialogues/confirmations.js';
import { type Message, mistake, sentences } from '../../message.js';
import { calendarNamed } from './calendar-named.js';
import { Command, type CommandCall } from '../command.js';
import { CurrentCalendar } from '../current-calendar.js';

/** Deletes a calendar, once its host has said what becomes of the bookings ahead and is sure. */
@Injectable()
export class CalendarDeleteCommand extends Command {
  readonly path = 'calendar delete';

  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly deletion: DeleteCalendar,
    private readonly confirmations: Confirmations,
  ) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const name = (call.word('calendar') ?? '').trim();
    const all = await this.calendars.all(call.caller);
    const calendar = calendarNamed(all, name);
    if (calendar) return this.runOn(calendar, call);
    const names = all.map(({ slug }) => slug).join(', ');
    return mistake(say('calendar:noSuchCalendar', { name, names }));
  }

  private async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const { id: calendarId, host, slug } = calendar;
    const { title } = calendar.settings;
    const bookings = BOOKINGS_AHEAD.find((word) => word === call.word('bookings')?.toLowerCase());
    const wish = { calendarId, hostId: host.id };
    const count = await this.deletion.ahead(wish);
    if (count > 0 && !bookings) {
      return mistake(say('calendar:delete.undecided', { title, slug, count }));
    }
    if (!call.isConfirmed) {
      const fate = count === 0 ? 'none' : (bookings ?? 'none');
      // Whatever number or title it was given by, the yes is about this one.
      const line = { ...call, calendarId };
      return this.confirmations.ask(
        line,
        say(`calendar:delete.sure.${fate}`, { title, count }),
        'delete',
      );
    }
    if (call.calendarId !== undefined && call.calendarId !== calendarId) {
      return sentences(say('commands:calendarGone'));
    }
    const deleted = await this.deletion.run({ ...wish, ...(bookings ? { bookings } : {}) });
    if (deleted.ok) return sentences(say('calendar:delete.done', { title }));
    return sentences(refusal(deleted.problem, { title, slug }));
  }
}

function refusal(problem: DeletionProblem, named: { title: string; slug: string }): string {
  if (problem.kind === 'not-found') return say('commands:calendarGone');
  const key = problem.kind === 'bookings-left' ? 'left' : 'undecided';
  return say(`calendar:delete.${key}`, { ...named, count: problem.count });
}
