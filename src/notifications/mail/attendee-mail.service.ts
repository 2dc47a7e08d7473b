import { Injectable } from '@nestjs/common';
import type { Booking } from '../../bookings/booking.entity.js';
import type { BookingChange } from '../../bookings/history/booking-change.entity.js';
import { messageKind } from '../messages/message-kind.js';
import { Receipts } from '../receipts.service.js';
import { MailOut } from './delivery/mail-out.js';
import { type MailStanding, mailStanding } from './mail-standing.js';
import { RefusedAddresses } from './delivery/refused-addresses.service.js';

/** Tells attendees what became of the mail about their own booking. */
@Injectable()
export class AttendeeMail {
  constructor(
    private readonly receipts: Receipts,
    private readonly refused: RefusedAddresses,
    private readonly mailOut: MailOut,
  ) {}

  /** `changes`: oldest first. */
  async standing(
    { id, attendeeEmail }: Pick<Booking, 'id' | 'attendeeEmail'>,
    changes: readonly BookingChange[],
  ): Promise<MailStanding> {
    if (!this.mailOut.isSending || !attendeeEmail) return { kind: 'none' };
    const told = changes.findLast(({ kind }) => messageKind(kind, 'attendee') !== null);
    const receipts = await this.receipts.ofBooking(id);
    const receipt = receipts.find(
      ({ sequence, recipient, kind }) =>
        sequence === told?.sequence && recipient === 'attendee' && kind.startsWith('mail '),
    );
    const mayBeLeftAlone = receipt?.state === 'suppressed';
    const until = mayBeLeftAlone ? await this.refused.leftAloneUntil(attendeeEmail) : null;
    return mailStanding(receipt, until !== null);
  }
}
