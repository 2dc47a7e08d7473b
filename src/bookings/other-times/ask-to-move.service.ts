import { Injectable } from '@nestjs/common';
import { done } from '../../shared/outcome.js';
import type { Booking } from '../booking.entity.js';
import { BookingRepository } from '../booking.repository.js';
import { closedOrMoved } from '../changeable.js';
import { ChangeBooking, type ChangeOutcome } from '../change-booking.service.js';

/** Asks the attendee to choose another time by their link. Until they do, the time stands. */
@Injectable()
export class AskToMove {
  constructor(
    private readonly change: ChangeBooking,
    private readonly bookings: BookingRepository,
  ) {}

  /** Whoever has been asked is not asked again; `start` is the one that does not suit the host. */
  run(booking: Booking, start: number): Promise<ChangeOutcome> {
    return this.change.run({
      booking,
      wish: ['ask-to-move', booking.sequence],
      hindrance: closedOrMoved(start),
      work: async ({ entities, booking: present, now }) => {
        if (present.hostAskedMove) return done({ kind: 'unchanged' });
        const asked = await this.bookings.askToMove(entities, { booking: present, now });
        return done({ booking: asked, kind: 'move_wanted', actor: 'host', reason: null });
      },
    });
  }
}
