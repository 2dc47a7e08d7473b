import { Injectable } from '@nestjs/common';
import { differences } from '../../../src/calendars/settings/setting-change.js';
import { type Undone, UndoChanges } from '../../../src/calendars/undo-changes.service.js';
import { type HostClocks, zoneAt } from '../../../src/calendars/settings/zone-at.js';
import { describeDates } from '../../../src/calendars/words/dates.parser.js';
import { quoted } from '../../../src/calendars/words/plain-words.js';
import { localDateOf } from '../../../src/slots/wall-clock.js';
import { Delegates } from '../../../src/hosts/delegates.service.js';
import { say } from '../../../src/language/say.js';
import { AffectedBookingsQuestion } from '../affected-bookings-question.js';
import { type Message, sentences } from '../message.js';
import type { Press } from './presses.js';

/** Takes a change of settings or time off back, within its ten minutes; a delegate may, too. */
@Injectable()
export class UndoPress {
  constructor(
    private readonly undo: UndoChanges,
    private readonly delegates: Delegates,
    private readonly affected: AffectedBookingsQuestion,
  ) {}

  async run({ caller, button }: Press): Promise<Message> {
    const undone = await this.undo.run(button.subject, await this.delegates.hostsOf(caller));
    if (!undone.ok) return sentences(undone.problem.sentence);
    return undone.value.kind === 'settings'
      ? this.tellSettings(undone.value)
      : this.tellTimeOff(undone.value);
  }

  private tellSettings({ change }: Extract<Undone, { kind: 'settings' }>): Promise<Message> {
    const { before, after } = change;
    const lines = differences(before.settings, after.settings).map(({ name, ...values }) =>
      say('calendar:changed', { name: say(`calendar:names.${name}`), ...values }),
    );
    const answer = sentences(say('calendar:undo.undone'), ...lines);
    return this.affected.add(answer, { calendar: after, changes: [change] });
  }

  /** Days off and blocks that are there again may have been booked meanwhile. */
  private tellTimeOff(undone: Extract<Undone, { kind: 'time-off' }>): Promise<Message> {
    const { calendar, calendars: changes, timeOff } = undone;
    const dates = datesTouched(calendar.settings, timeOff);
    const titles = titlesTouched(undone);
    const said =
      titles === null
        ? say('commands:off.undone', { dates })
        : say('commands:off.undoneIn', { dates, titles });
    const answer = sentences(say('calendar:undo.undone'), said);
    return this.affected.add(answer, { calendar, changes, blocked: timeOff.before.blocks });
  }
}

/** The calendars whose dates were put back, where others have theirs still, such as newer ones; else null. */
function titlesTouched({
  calendars,
  timeOff: { before, after },
}: Extract<Undone, { kind: 'time-off' }>): string | null {
  const touched = new Set([...before.dates, ...after.dates].map(({ scheduleId }) => scheduleId));
  const own = calendars.filter((one) => touched.has(one.after.scheduleId));
  if (own.length === 0 || own.length === calendars.length) return null;
  return own.map((one) => quoted(one.after.settings.title)).join(', ');
}

/** From the first to the last date on which something was put back. */
function datesTouched(
  clocks: HostClocks,
  { before, after }: Extract<Undone, { kind: 'time-off' }>['timeOff'],
): string {
  const dates = [...before.dates, ...after.dates].map(({ date }) => date);
  const instants = [...before.blocks, ...after.blocks].flatMap(({ start, end }) => [
    start,
    end - 1,
  ]);
  const days = instants.map((at) => localDateOf(zoneAt(clocks, at), at));
  const all = [...dates, ...days].toSorted();
  return describeDates({ from: all[0] ?? '', to: all.at(-1) ?? '' });
}
