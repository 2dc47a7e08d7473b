import type { BookingChange } from '../../bookings/history/booking-change.entity.js';
import { hasStood } from '../messages/has-stood.js';
import type { DueChange } from '../messages/message-facts.mapper.js';
import { type MessageKind, messageKind, type Reader } from '../messages/message-kind.js';
import type { Receipt } from '../receipt.entity.js';
import { isUnderWay } from '../receipts.service.js';

/** What of a receipt says who was told what. */
export type ToldReceipt = Pick<
  Receipt,
  'sequence' | 'kind' | 'recipient' | 'state' | 'why' | 'mayHaveArrived'
>;

/** How receipts call a mail of this kind. */
export const mailKind = (kind: string): string => `mail ${kind}`;

interface Addressee {
  readonly reader: Reader;
  readonly label: string;
}

/**
 * The one change to tell this reader: the latest they do not know. Changes that waited with it are
 * in it, since a message says how the booking stands now. Null when there is nothing new.
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
  const changed = change && messageKind(change.kind, reader);
  if (!change || !changed || change.sequence <= knownSequence) return null;
  if (refused.includes(change.sequence)) return null;
  const known = changes.find(({ sequence }) => sequence === knownSequence) ?? null;
  // What was cut short may lie in their mailbox.
  const mayKnow = known !== null || own.some((one) => one.mayHaveArrived || isUnderWay(one));
  const kind = mayKnow ? changed : firstKind(changed, changes, reader);
  return { change, kind, known, mayKnow };
}

/** Whoever never heard that they are invited is invited now, and not told what changed since. */
function firstKind(
  kind: MessageKind,
  changes: readonly BookingChange[],
  reader: Reader,
): MessageKind {
  const isNews = reader === 'guest' || (reader === 'attendee' && changes[0]?.actor === 'host');
  const isChange = kind === 'moved' || kind === 'handed_over';
  return isChange && isNews && hasStood(changes) ? 'booked' : kind;
}

const ENDS: readonly MessageKind[] = ['cancelled', 'declined', 'expired'];

/**
 * Whether the reader could make nothing of it, because no mail about the booking ever reached them:
 *
 * - a guest who was never invited hears of no end, nor of a request that moves;
 * - whoever booked and cancelled by themselves knows, and has nothing in their mailbox to take back;
 *   if a stranger's address was given for them, it stays in peace;
 * - what the host booked and cancelled for somebody has never been anything to that person.
 *
 * Whoever booked and was then cancelled or declined by the host believes that the meeting stands:
 * they are told, once. The host is told in any case.
 */
export function isMoot(
  { change, kind, mayKnow }: DueChange,
  changes: readonly BookingChange[],
  reader: Reader,
): boolean {
  if (mayKnow || reader === 'host') return false;
  if (reader === 'guest') return ENDS.includes(kind) || !hasStood(changes);
  return ENDS.includes(kind) && (change.actor === 'attendee' || changes[0]?.actor === 'host');
}
