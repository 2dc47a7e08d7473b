import { Injectable } from '@nestjs/common';
import { differences } from '../../../src/calendars/settings/setting-change.js';
import { UndoSettings } from '../../../src/calendars/undo-settings.service.js';
import { Delegates } from '../../../src/hosts/delegates.service.js';
import { say } from '../../../src/language/say.js';
import { AffectedBookingsQuestion } from '../affected-bookings-question.js';
import { type Message, sentences } from '../message.js';
import type { Press } from './presses.js';

/** Takes a change of settings back, within its ten minutes; a delegate may, too. */
@Injectable()
export class UndoPress {
  constructor(
    private readonly undo: UndoSettings,
    private readonly delegates: Delegates,
    private readonly affected: AffectedBookingsQuestion,
  ) {}

  async run({ caller, button }: Press): Promise<Message> {
    const undone = await this.undo.run(button.subject, await this.delegates.hostsOf(caller));
    if (!undone.ok) return sentences(undone.problem.sentence);
    const { before, after } = undone.value;
    const lines = differences(before.settings, after.settings).map(({ name, ...values }) =>
      say('calendar:changed', { name: say(`calendar:names.${name}`), ...values }),
    );
    const answer = sentences(say('calendar:undo.undone'), ...lines);
    return this.affected.add(answer, { calendar: after, changes: [undone.value] });
  }
}
