import { describeMinutes } from '../../../src/calendars/words/duration.parser.js';
import { say } from '../../../src/language/say.js';
import { MESSAGE_KINDS } from '../../../src/notifications/messages/message-kind.js';
import type { Receipt } from '../../../src/notifications/receipt.entity.js';
import { type Line, time } from '../message.js';

/** One notification: what it was, to whom, what became of it and when. */
export function receiptLine(receipt: Receipt, timeZone: string): Line {
  const { why, tries, updatedAt } = receipt;
  return [
    nameOf(receipt),
    ' · ',
    say(`mail:receipts.state.${stateOf(receipt)}`),
    ' ',
    time(updatedAt, timeZone),
    ...(tries > 1 ? [' · ', say('mail:receipts.tries', { count: tries })] : []),
    ...(why ? [' · ', why] : []),
  ];
}

const isMail = ({ kind }: Receipt): boolean => kind.startsWith('mail ');

function nameOf({ kind, recipient }: Receipt): string {
  const [first = '', ...rest] = kind.split(' ');
  const about = rest.join(' ');
  switch (first) {
    case 'mail':
      return say('mail:receipts.mail', { what: mailName(about), recipient });
    case 'reminder':
      return say('mail:receipts.reminder', { length: describeMinutes(Number(about)), recipient });
    case 'refusal':
      return say('mail:receipts.refusal', { whom: about, recipient });
    default:
      return say('mail:receipts.other', { what: kind, recipient });
  }
}

/** A mail that was tried and waits for the next try is late. */
function stateOf(receipt: Receipt): Receipt['state'] | 'mailed' | 'delayed' {
  const { state, why } = receipt;
  if (!isMail(receipt)) return state;
  if (state === 'handed_over') return 'mailed';
  return state === 'queued' && why ? 'delayed' : state;
}

function mailName(kind: string): string {
  const known = MESSAGE_KINDS.find((one) => one === kind);
  return known ? say(`mail:heading.${known}`) : kind;
}
