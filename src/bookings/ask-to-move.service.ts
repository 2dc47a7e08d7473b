import { Injectable } from '@nestjs/common';
import { done } from '../shared/outcome.js';
import type { Booking } from './booking.entity.js';
import { BookingRepository } from './booking.repository.js';
import { ChangeBooking, type ChangeOutcome } from './change-booking.service.js';

/** Asks the attendee to choose another time by their link. Until they do, the time stands. */
@Injectable()
export class AskToMove {
  constructor(
    private readonly change: ChangeBooking,
    private readonly bookings: BookingRepository,
  ) {}

  run(booking: Booking): Promise<ChangeOutcome> {
    return this.change.run({
      booking,
      wish: ['ask-to-move', booking.sequence],
      work: async ({ entities, booking: present, now }) => {
        const asked = await this.bookings.askToMove(entities, { booking: present, now });
        return done({ booking: asked, kind: 'move_wanted', actor: 'host', reason: null });
      },
    });
  }
}
