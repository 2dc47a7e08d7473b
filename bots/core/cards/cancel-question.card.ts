import { say } from '../../../src/language/say.js';
import {
  cancelChoices,
  type CancelFacts,
  type CancelState,
  cancelStep,
} from '../dialogues/cancel/cancel.dialogue.js';
import { type Line, type Message, time } from '../message.js';
import { reasonLines } from './booking.card.js';

/** Asks whoever wants to cancel whether they mean it, and why, where that is to be said. */
export function cancelQuestion(
  state: CancelState,
  facts: CancelFacts,
  notes: readonly string[] = [],
): Message {
  const { title, person, start, timeZone } = facts;
  const step = cancelStep(state, facts);
  return {
    title: say('commands:press.sureCancel', { title, person }),
    lines: [
      ...notes.map((note): Line => [note]),
      [time(start, timeZone)],
      ...reasonLines(state.reason),
      ...whyLines(state, facts),
    ],
    choices: { dialogue: state.id, step, options: cancelChoices(step) },
  };
}

function whyLines({ reason }: CancelState, { rule, person }: CancelFacts): Line[] {
  if (reason !== '' || rule === 'none') return [];
  return [
    [say(rule === 'required' ? 'commands:press.sayWhy' : 'commands:press.mayWhy', { person })],
  ];
}
