import type { EntityManager } from '@mikro-orm/postgresql';
import { lockHost } from '../hosts/host-lock.js';
import { Booking } from './booking.entity.js';
import { CHANGEABLE_STATUSES } from './booking-status.js';

/** The bookings of a host, or of one calendar of theirs. */
export interface OfHost {
  readonly hostId: string;
  readonly calendarId?: string;
}

const condition = ({ hostId, calendarId }: OfHost, now: number) => ({
  hostId,
  ...(calendarId !== undefined && { calendarId }),
  status: { $in: [...CHANGEABLE_STATUSES] },
  startsAt: { $gt: new Date(now) },
});

/** The bookings that can be changed and have not begun at `now` (epoch milliseconds), soonest first. */
export const bookingsAhead = (
  entities: EntityManager,
  whose: OfHost,
  now: number,
): Promise<Booking[]> =>
  entities.find(Booking, condition(whose, now), { orderBy: { startsAt: 'asc' } });

/** How many of them there are. */
export const countAhead = (entities: EntityManager, whose: OfHost, now: number): Promise<number> =>
  entities.count(Booking, condition(whose, now));

/**
 * Waits for whoever books this host at the moment. Until the transaction ends nobody else does: a
 * booking is made with this row held, as the booking transaction does.
 */
export async function holdBookings(entities: EntityManager, hostId: string): Promise<void> {
  await lockHost(entities, hostId);
}
