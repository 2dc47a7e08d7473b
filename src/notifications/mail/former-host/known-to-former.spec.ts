import { describe, expect, it } from '@jest/globals';
import type { ChangeKind } from '../../../bookings/history/booking-change.entity.js';
import type { ToldReceipt } from '../due-change.js';
import { knownToFormer } from './known-to-former.js';

/** Host and kind of each change, by sequence. */
const history = (...changes: readonly (readonly [string, ChangeKind])[]) =>
  changes.map(([hostId, kind], sequence) => ({ hostId, kind, sequence }));
const mail = (sequence: number, more: Partial<ToldReceipt> = {}): ToldReceipt => ({
  ...{ sequence, kind: 'mail booked', recipient: 'host', state: 'handed_over', why: null },
  ...{ mayHaveArrived: false, ...more },
});
const known = (
  changes: ReturnType<typeof history>,
  receipts: readonly ToldReceipt[],
  sequence: number,
) => knownToFormer(changes, receipts, { formerHostId: 'ada', sequence });

const handed = history(['ada', 'booked'], ['bob', 'handed_over']);

describe('what a former host knows of a booking', () => {
  it('is the entry that came by mail while it was theirs', () => {
    expect(known(handed, [mail(0)], 1)).toEqual({ isEntered: true });
    expect(known(handed, [mail(0, { state: 'kept' })], 1)).toEqual({ isEntered: true });
  });

  it('is nothing when no mail reached them, or mail went to somebody else', () => {
    expect(known(handed, [], 1)).toBeNull();
    expect(known(handed, [mail(0, { state: 'failed' })], 1)).toBeNull();
    expect(known(handed, [mail(0, { recipient: 'attendee' })], 1)).toBeNull();
    expect(known(handed, [mail(0, { kind: 'card' })], 1)).toBeNull();
    expect(known(handed, [mail(1)], 1)).toBeNull();
  });

  it('is no entry while it was only asked for', () => {
    const asked = history(['ada', 'requested'], ['bob', 'handed_over']);
    expect(known(asked, [mail(0, { kind: 'mail requested' })], 1)).toEqual({ isEntered: false });
  });

  it('may be a mail whose try broke off, and is not known while one is under way', () => {
    const late = mail(0, { state: 'queued', why: 'No answer.', mayHaveArrived: true });
    expect(known(handed, [late], 1)).toEqual({ isEntered: true });
    expect(known(handed, [mail(0, { state: 'queued' })], 1)).toBe('under-way');
  });

  it('is of the last time that it was theirs', () => {
    const back = history(
      ...([
        ['ada', 'booked'],
        ['bob', 'handed_over'],
        ['ada', 'handed_over'],
      ] as const),
      ['cy', 'handed_over'],
    );
    expect(known(back, [mail(0)], 3)).toBeNull();
    expect(known(back, [mail(0), mail(2)], 3)).toEqual({ isEntered: true });
  });
});
