import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isOffered } from '../availability/asked-duration.js';
import type { AvailabilityQuery } from '../availability/availability.service.js';
import { offeredDurations } from '../calendars/settings/duration-setting.js';
import { BlockedPeople } from '../hosts/blocked-people.service.js';
import { say } from '../language/say.js';
import type { BookingProblem } from './booking.errors.js';
import { BookingOffer } from './booking-offer.js';
import { BookingRepository } from './booking.repository.js';

/** Who wants which start. */
export interface AskedBooking {
  /** Epoch milliseconds. */
  readonly start: number;
  /** Null for somebody without an address, who can be known by nothing else here. */
  readonly email: string | null;
  /** Their chat identity, where they book in chat. */
  readonly bookedBy?: string | undefined;
  /** The host blocks somebody, who may be this person. */
  readonly mayBeBlocked?: boolean;
}

/** Every rule that a new booking has to keep; asked inside the booking's own transaction. */
@Injectable()
export class RequestRules {
  constructor(
    private readonly offer: BookingOffer,
    private readonly bookings: BookingRepository,
    private readonly blocked: BlockedPeople,
  ) {}

  /** Null when the booking may be made. */
  async refusal(
    entities: EntityManager,
    query: AvailabilityQuery,
    { start, email, bookedBy, mayBeBlocked }: AskedBooking,
  ): Promise<BookingProblem | null> {
    const { id: calendarId, settings } = query.configuration;
    if (!isOffered(settings, query.durationMinutes)) {
      return { kind: 'duration-not-offered', offered: offeredDurations(settings) };
    }
    const refusal = await this.offer.refusal(entities, query, start);
    const identityId = bookedBy ?? null;
    if (refusal !== null || (email === null && identityId === null)) return refusal;
    const { id: hostId, name: host } = query.configuration.host;
    const who = { hostId, email, identityId };
    if (mayBeBlocked === true && (await this.blocked.isBlocked(entities, who))) {
      return notTaken(host);
    }
    if (!settings.oneOpenBooking) return null;
    const asked = { calendarId, email, identityId, now: query.now };
    return (await this.bookings.hasOpen(entities, asked)) ? { kind: 'already-booked' } : null;
  }
}

/** Whoever is blocked learns only whom to ask; the sentence fits everybody else it could be shown to. */
const notTaken = (host: string): BookingProblem => ({
  kind: 'intake-refused',
  problems: [{ at: ['attendee', 'email'], sentence: say('problems:notTaken', { host }) }],
});
