import { Booking } from '../../src/bookings/booking.entity.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../src/calendars/calendar.repository.js';
import { Database } from '../../src/database/database.js';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import type { ChatRoom } from './chat-room.js';

/** The calendars that somebody hosts, the oldest first. */
export async function calendarsOf(
  { app: { nest } }: ChatRoom,
  person: ChatPerson,
): Promise<CalendarConfiguration[]> {
  const { hostId } = await nest.get(Identities).identify(person);
  const calendars = nest.get(CalendarRepository);
  return nest.get(Database).read((em) => calendars.ofHost(em, hostId ?? ''));
}

/** The first of them. */
export async function calendarOfHost(
  room: ChatRoom,
  person: ChatPerson,
): Promise<CalendarConfiguration> {
  const [first] = await calendarsOf(room, person);
  if (!first) throw new Error(`${person.name} hosts nothing.`);
  return first;
}

/** A booking as it stands. */
export const storedBooking = ({ app: { nest } }: ChatRoom, uid: string): Promise<Booking> =>
  nest.get(Database).read((em) => em.findOneOrFail(Booking, { uid }));
