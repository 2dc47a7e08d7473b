import { describeMinutes } from '../../../src/calendars/words/duration.parser.js';
import { say } from '../../../src/language/say.js';
import { MESSAGE_KINDS } from '../../../src/notifications/messages/message-kind.js';
import type { Receipt } from '../../../src/notifications/receipt.entity.js';
import { type Line, time } from '../message.js';

/** One notification: what it was, to whom, what became of it and when. */
export function receiptLine(receipt: Receipt, timeZone: string): Line {
  const { kind, recipient, state, why, tries, updatedAt } = receipt;
  const isMail = kind.startsWith('mail ');
  return [
    whatAndWhom(kind, recipient),
    ' · ',
    say(`mail:receipts.state.${state === 'handed_over' && isMail ? 'mailed' : state}`),
    ' ',
    time(updatedAt, timeZone),
    ...(tries > 1 ? [' · ', say('mail:receipts.tries', { count: tries })] : []),
    ...(why ? [' · ', why] : []),
  ];
}

function whatAndWhom(kind: string, recipient: string): string {
  const [first = '', second = ''] = kind.split(' ');
  if (first === 'reminder') {
    return say('mail:receipts.reminder', { length: describeMinutes(Number(second)), recipient });
  }
  if (first === 'mail') return say('mail:receipts.mail', { what: mailName(second), recipient });
  return say('mail:receipts.other', { what: kind, recipient });
}

function mailName(kind: string): string {
  const known = MESSAGE_KINDS.find((one) => one === kind);
  return known ? say(`mail:heading.${known}`) : kind;
}
