import type { Booking } from '../bookings/booking.entity.js';
import { attendeePlace } from '../bookings/booking-place.js';
import { announceLocation, type LocationWords } from '../calendars/locations/location-words.js';
import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { MINUTE } from '../slots/interval.js';
import type { Meeting } from './views/site/about.view.js';
import type { Slot } from '../language/time-words.js';

/** What anybody with the link may know of what is booked here, for one of its lengths. */
export function meetingOf(
  { host, settings }: CalendarConfiguration,
  durationMinutes: number,
): Meeting {
  const { title, description, approval } = settings;
  return {
    hostName: host.name,
    title,
    durationMinutes,
    description: description === '' ? undefined : description,
    location: inWords(announceLocation(settings.location, host.name)),
    confirmation: approval,
  };
}

/** The same of what was booked: host, title and length are those of that day. */
export function bookedMeeting(booking: Booking, configuration: CalendarConfiguration): Meeting {
  const { start, end } = bookedSlot(booking);
  const durationMinutes = (end - start) / MINUTE;
  const { hostName, title } = booking;
  const location = attendeePlace(booking) ?? undefined;
  return { ...meetingOf(configuration, durationMinutes), hostName, title, location };
}

const inWords = (text: string | null): LocationWords | undefined =>
  text === null ? undefined : { text, url: null };

export const bookedSlot = ({ startsAt, endsAt }: Booking): Slot => ({
  start: startsAt.getTime(),
  end: endsAt.getTime(),
});
