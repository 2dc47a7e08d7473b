import type { Booking } from '../../src/bookings/booking.entity.js';
import type { ChatIdentity } from '../../src/hosts/chat-identity.entity.js';

/** The zone in which somebody who booked in chat reads times there: the one they chose since, if any. */
export const attendeeZone = (
  person: Pick<ChatIdentity, 'timeZone'> | null,
  { attendeeTimeZone }: Pick<Booking, 'attendeeTimeZone'>,
): string => person?.timeZone ?? attendeeTimeZone;
