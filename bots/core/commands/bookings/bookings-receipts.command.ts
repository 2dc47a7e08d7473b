import { Injectable } from '@nestjs/common';
import { say } from '../../../../src/language/say.js';
import type { Receipt } from '../../../../src/notifications/receipt.entity.js';
import { Receipts } from '../../../../src/notifications/receipts.service.js';
import { receiptLine } from '../../cards/receipt.card.js';
import { type Message, sentences } from '../../message.js';
import { BookingCommand, BookingTools, type ChosenBooking } from './booking-command.js';

/** Shows what was sent about a booking, to whom, and what became of it. */
@Injectable()
export class BookingsReceiptsCommand extends BookingCommand {
  readonly path = 'bookings receipts';

  constructor(
    tools: BookingTools,
    private readonly receipts: Receipts,
  ) {
    super(tools);
  }

  override async runOn({ booking, timeZone }: ChosenBooking): Promise<Message> {
    const { attendeeName: attendee, title } = booking;
    const receipts: readonly Receipt[] = await this.receipts.ofBooking(booking.id);
    if (receipts.length === 0) return sentences(say('mail:receipts.none', { attendee }));
    return {
      title: say('mail:receipts.title', { attendee, title }),
      lines: receipts.map((receipt) => receiptLine(receipt, timeZone)),
    };
  }
}
