import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { z } from 'zod';
import { bookingNudge } from '../../../src/bookings/approval/booking-nudge.js';
import { Booking } from '../../../src/bookings/booking.entity.js';
import { Database } from '../../../src/database/database.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { say } from '../../../src/language/say.js';
import { Receipts } from '../../../src/notifications/receipts.service.js';
import { bookingCard } from '../cards/booking.card.js';
import { BookingCardReader } from '../cards/booking-card-facts.js';
import { CHAT_RETRIES } from '../chat-retries.js';
import { HostReach, nameOf } from './host-reach.js';

type Nudge = z.infer<typeof bookingNudge.schema>;

/** Reminds hosts, each where they made the calendar, of what waits for them; each time once. */
@Injectable()
export class HostNudges implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly reach: HostReach,
    private readonly reader: BookingCardReader,
    private readonly receipts: Receipts,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: bookingNudge,
      queue: 'nudges',
      retries: CHAT_RETRIES,
      handle: (nudge) => this.remind(nudge),
    });
  }

  async remind(nudge: Nudge): Promise<void> {
    const booking = await this.database.read((em) => em.findOne(Booking, { id: nudge.bookingId }));
    // Whatever has happened since was an answer, or made another question of it.
    if (booking?.sequence !== nudge.sequence) return;
    const host = await this.reach.hostOf(booking);
    if (!host || (await this.isTold(nudge))) return;
    const { facts } = await this.database.read((em) => this.reader.factsOf(em, booking));
    const title = say(nudge.isLast ? 'cards:lastNudge' : 'cards:nudge');
    const { hostId, bookingId, sequence } = nudge;
    await this.reach.tell(
      host,
      { ...bookingCard(facts), title },
      { hostId, bookingId, sequence, kind: kindOf(nudge), recipient: nameOf(host) },
    );
  }

  private async isTold(nudge: Nudge): Promise<boolean> {
    const receipts = await this.receipts.ofBooking(nudge.bookingId);
    return receipts.some(
      ({ kind, sequence, state }) =>
        kind === kindOf(nudge) && sequence === nudge.sequence && state === 'handed_over',
    );
  }
}

const kindOf = ({ isLast }: Nudge): string => (isLast ? 'last-nudge' : 'nudge');
