import type { BookingChange } from '../../../bookings/history/booking-change.entity.js';
import { isUnderWay } from '../../receipts.service.js';
import { hasStood } from '../../messages/has-stood.js';
import type { ToldReceipt } from '../due-change.js';

/** What mail told a former host while the booking was theirs. */
export interface KnownToFormer {
  /** It came with an entry for their calendar. */
  readonly isEntered: boolean;
}

interface Tenure {
  readonly formerHostId: string;
  /** Of the change by which it went to somebody else. */
  readonly sequence: number;
}

/** Null when no mail about it reached them, so that there is nothing to take back. */
export function knownToFormer(
  changes: readonly Pick<BookingChange, 'sequence' | 'hostId' | 'kind'>[],
  receipts: readonly ToldReceipt[],
  { formerHostId, sequence }: Tenure,
): KnownToFormer | 'under-way' | null {
  const before = changes.filter((change) => change.sequence < sequence);
  const others = before.findLast(({ hostId }) => hostId !== formerHostId)?.sequence ?? -1;
  const own = receipts.filter(
    (one) =>
      one.recipient === 'host' &&
      one.kind.startsWith('mail ') &&
      one.sequence > others &&
      one.sequence < sequence,
  );
  if (own.some(isUnderWay)) return 'under-way';
  const told = own.filter(
    ({ state, mayHaveArrived }) => state === 'handed_over' || state === 'kept' || mayHaveArrived,
  );
  if (told.length === 0) return null;
  const latest = Math.max(...told.map((one) => one.sequence));
  return { isEntered: hasStood(before.filter((change) => change.sequence <= latest)) };
}
