import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isOffered } from '../availability/asked-duration.js';
import type { AvailabilityQuery } from '../availability/availability.service.js';
import { offeredDurations } from '../calendars/settings/duration-setting.js';
import type { BookingProblem } from './booking.errors.js';
import { BookingOffer } from './booking-offer.js';
import { BookingRepository } from './booking.repository.js';

/** Who wants which start. */
export interface AskedBooking {
  /** Epoch milliseconds. */
  readonly start: number;
  /** Null for somebody without an address, who can be known by nothing else here. */
  readonly email: string | null;
}

/** Every rule that a new booking has to keep; asked inside the booking's own transaction. */
@Injectable()
export class RequestRules {
  constructor(
    private readonly offer: BookingOffer,
    private readonly bookings: BookingRepository,
  ) {}

  /** Null when the booking may be made. */
  async refusal(
    entities: EntityManager,
    query: AvailabilityQuery,
    { start, email }: AskedBooking,
  ): Promise<BookingProblem | null> {
    const { id: calendarId, settings } = query.configuration;
    if (!isOffered(settings, query.durationMinutes)) {
      return { kind: 'duration-not-offered', offered: offeredDurations(settings) };
    }
    const refusal = await this.offer.refusal(entities, query, start);
    if (refusal !== null || !settings.oneOpenBooking || email === null) return refusal;
    const asked = { calendarId, email, now: query.now };
    return (await this.bookings.hasOpen(entities, asked)) ? { kind: 'already-booked' } : null;
  }
}
