import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Availability, type AvailabilityQuery } from '../../availability/availability.service.js';
import type { CalendarConfiguration } from '../../calendars/calendar-configuration.js';
import { BlockedPeople } from '../../hosts/blocked-people.service.js';
import { ChatIdentity } from '../../hosts/chat-identity.entity.js';
import type { RemovingStep } from '../../slots/explain-slot.js';
import { MINUTE } from '../../slots/interval.js';
import type { Booking } from '../booking.entity.js';
import { HeldTimes } from '../holds/held-times.repository.js';
import { isSameAddress } from '../intake/guests.js';

/** What keeps a booking from coming to a new host. */
export type Misfit =
  /** Outside the hours of the calendar, or of that date. */
  | 'hours'
  /** The new host has something else then. */
  | 'busy'
  /** The calendar takes no more meetings in that period. */
  | 'limit'
  /** Other times are asked for or proposed, and wait for an answer. */
  | 'asked'
  /** The attendee cannot be booked with the new host, whatever the reason. */
  | 'person';

const WORDS: Readonly<Record<RemovingStep, Misfit>> = {
  ...{ hours: 'hours', override: 'hours', grid: 'hours', notice: 'hours', window: 'hours' },
  ...{ busy: 'busy', booking: 'busy', buffer: 'busy', limit: 'limit' },
};

export interface ComingBooking {
  readonly booking: Booking;
  /** The calendar as its new host has it. */
  readonly configuration: CalendarConfiguration;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Decides whether a booking that was made with one host fits another one's time and rules. */
@Injectable()
export class HandoverFit {
  constructor(
    private readonly availability: Availability,
    private readonly held: HeldTimes,
    private readonly blocked: BlockedPeople,
  ) {}

  /** Null when it fits. Under the locks of both hosts. */
  async misfit(entities: EntityManager, coming: ComingBooking): Promise<Misfit | null> {
    if (await this.isUnwelcome(entities, coming)) return 'person';
    const { booking } = coming;
    if ((await this.held.of(entities, booking.id)).length > 0) return 'asked';
    const query = standingQuery(coming);
    const removed = await this.availability.explain(entities, query, booking.startsAt.getTime());
    return removed && WORDS[removed.step];
  }

  /** Somebody whom the new host blocks, or the new host in person, if only as a guest. */
  private async isUnwelcome(
    entities: EntityManager,
    { booking, configuration: { host } }: ComingBooking,
  ): Promise<boolean> {
    const { attendeeEmail = null, guests, bookedByIdentityId: identityId = null } = booking;
    const addresses = [...(attendeeEmail === null ? [] : [attendeeEmail]), ...guests];
    const { id: hostId, email } = host;
    if (email !== null && addresses.some((one) => isSameAddress(one, email))) return true;
    // By whichever of their accounts they booked.
    const own = identityId && (await entities.count(ChatIdentity, { id: identityId, hostId }));
    if (own) return true;
    return this.blocked.isBlocked(entities, { hostId, email: attendeeEmail, identityId });
  }
}

/** It was booked in time and on the grid of its day, with the length and buffers that it keeps. */
function standingQuery({ booking, configuration, now }: ComingBooking): AvailabilityQuery {
  const { id, bufferBeforeMinutes, bufferAfterMinutes, startsAt, endsAt } = booking;
  return {
    configuration: {
      ...configuration,
      settings: {
        ...configuration.settings,
        ...{ bufferBeforeMinutes, bufferAfterMinutes },
        ...{ startIncrementMinutes: 1, startOffsetMinutes: 0, approval: 'automatic' },
        minimumNotice: { amount: 0, unit: 'minutes' },
        bookingWindow: { kind: 'unlimited' },
      },
    },
    durationMinutes: (endsAt.getTime() - startsAt.getTime()) / MINUTE,
    moving: { id, hostId: configuration.host.id },
    now,
  };
}
