import { say } from '../../../src/language/say.js';
import type { Button, Message } from '../message.js';

/** What is said to a picker that is over; null where it is not known any more what it was about. */
export function expiredPicker(again: Pick<Button, 'verb' | 'subject'> | null): Message {
  const label = say('book:choice.startAgain');
  return {
    lines: [[say('book:expired')]],
    ...(again === null ? {} : { buttons: [{ ...again, label, look: 'primary' }] }),
  };
}
