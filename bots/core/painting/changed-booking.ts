import { Injectable, Logger } from '@nestjs/common';
import { Booking } from '../../../src/bookings/booking.entity.js';
import { Database } from '../../../src/database/database.js';
import { say } from '../../../src/language/say.js';
import { CardPainter } from './card-painter.js';
import { bookingCard } from '../cards/booking.card.js';
import { BookingCardReader } from '../cards/booking-card-facts.js';
import type { Message } from '../message.js';

/** Shows a host who answered an older card how the booking stands now, with the buttons for that. */
@Injectable()
export class ChangedBooking {
  private readonly logger = new Logger(ChangedBooking.name);

  constructor(
    private readonly database: Database,
    private readonly reader: BookingCardReader,
    private readonly painter: CardPainter,
  ) {}

  async show({ id }: Booking): Promise<Message> {
    await this.painter.repaint(id).catch((error: unknown) => {
      // The job that every change leaves behind paints it later.
      this.logger.warn({ err: error }, 'An older card could not be painted anew.');
    });
    const { facts } = await this.database.read(async (entities) =>
      this.reader.factsOf(entities, await entities.findOneOrFail(Booking, { id })),
    );
    return { ...bookingCard(facts), title: say('cards:changedSince') };
  }
}
