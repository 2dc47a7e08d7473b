import type { BookingChange } from '../../bookings/booking-change.entity.js';
import { messageKind, type Reader } from '../messages/message-kind.js';
import type { DueChange } from '../messages/message-facts.mapper.js';
import type { Receipt } from '../receipt.entity.js';

/** What of a receipt says who was told what. */
export type ToldReceipt = Pick<Receipt, 'sequence' | 'kind' | 'recipient' | 'state'>;

/** How receipts call a mail of this kind. */
export const mailKind = (kind: string): string => `mail ${kind}`;

interface Addressee {
  readonly reader: Reader;
  readonly label: string;
}

/**
 * The one change to tell this reader: the latest they do not know. Changes that waited with it are
 * in it, since a message says how the booking stands now. Null when there is nothing new. A guest who
 * was never invited is invited, even by a move, and hears of no end.
 */
export function dueChange(
  changes: readonly BookingChange[],
  receipts: readonly ToldReceipt[],
  { reader, label }: Addressee,
): DueChange | null {
  const own = receipts.filter(
    ({ recipient, kind }) => recipient === label && kind.startsWith('mail '),
  );
  const told = own.filter(({ state }) => state === 'handed_over' || state === 'kept');
  const knownSequence = Math.max(-1, ...told.map(({ sequence }) => sequence));
  const refused = own.filter(({ state }) => state === 'failed').map(({ sequence }) => sequence);
  const change = changes.findLast(({ kind }) => messageKind(kind, reader) !== null);
  const kind = change && messageKind(change.kind, reader);
  if (!change || !kind || change.sequence <= knownSequence) return null;
  if (refused.includes(change.sequence)) return null;
  const isNew = reader === 'guest' && knownSequence < 0;
  if (isNew && kind === 'cancelled') return null;
  const known = changes.find(({ sequence }) => sequence === knownSequence) ?? null;
  return { change, kind: isNew && kind === 'moved' ? 'booked' : kind, known };
}
