import { say } from '../../../src/language/say.js';
import type { Message } from '../message.js';

export interface HandoverFacts {
  readonly title: string;
  /** Name of the present host. */
  readonly host: string;
  /** Upcoming appointments that stay with the present host. */
  readonly staying: number;
}

/** The question to a new host. */
export function handoverCard(handoverId: string, facts: HandoverFacts): Message {
  return {
    title: say('cards:handover.question', { host: facts.host, title: facts.title }),
    lines: [
      [say('cards:handover.effect')],
      [say('cards:handover.staying', { host: facts.host, count: facts.staying })],
      [say('cards:handover.again')],
    ],
    buttons: [
      {
        verb: 'accept-host',
        subject: handoverId,
        label: say('cards:handover.accept'),
        look: 'primary',
      },
      { verb: 'decline-host', subject: handoverId, label: say('cards:handover.decline') },
    ],
  };
}
