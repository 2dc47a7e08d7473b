import { Injectable } from '@nestjs/common';
import { Database } from '../../../../src/database/database.js';
import { bookingCard } from '../../cards/booking.card.js';
import { BookingCardReader } from '../../cards/booking-card-facts.js';
import type { Message } from '../../message.js';
import { BookingCommand, BookingTools, type ChosenBooking } from './booking-command.js';

/** The card of a booking once more, with all that its host may know. */
@Injectable()
export class BookingsShowCommand extends BookingCommand {
  readonly path = 'bookings show';

  constructor(
    tools: BookingTools,
    private readonly reader: BookingCardReader,
    private readonly database: Database,
  ) {
    super(tools);
  }

  override async runOn({ booking }: ChosenBooking): Promise<Message> {
    const { facts, contact } = await this.database.read((entities) =>
      this.reader.factsOf(entities, booking),
    );
    return bookingCard(facts, { contact });
  }
}
