import { mailedPlace } from '../../bookings/booking-place.js';
import { locationLine } from '../../calendars/locations/location-words.js';
import { zoneAt } from '../../calendars/settings/zone-at.js';
import { meetingWith } from '../../language/meeting-words.js';
import { say } from '../../language/say.js';
import type { BookingStatus } from '../../bookings/booking-status.js';
import type { BookingReport } from '../messages/booking-reports.service.js';
import type { Reader } from '../messages/message-kind.js';
import type { CalendarMethod, CalendarPart } from './calendar-part.js';
import { calendarPart, type CalendarEvent } from './invitation.mapper.js';

/** For whom a calendar entry is made, and as what. */
export interface EntryWish {
  readonly reader: Reader;
  readonly method: CalendarMethod;
  /** The organizer's address when the host gave none. */
  readonly mailFrom: string;
  /** Of the host whom the booking has left: their entry goes, and says nothing new. */
  readonly former?: CalendarEvent['organizer'];
}

/** The calendar entry of a booking as it stands. Only the attendee's own holds their manage link. */
export function bookingEntry(report: BookingReport, wish: EntryWish): CalendarPart {
  const { booking, configuration, hostEmail } = report;
  const { former } = wish;
  const event: CalendarEvent = {
    // Free of our address, which an operator may change: the entry must be known again for ever.
    uid: `${booking.uid}@vis-a-vis`,
    sequence: booking.sequence,
    changedAt: booking.updatedAt.getTime(),
    start: booking.startsAt.getTime(),
    end: booking.endsAt.getTime(),
    timeZone: zoneAt(configuration.settings, booking.startsAt.getTime()),
    title: title(report, wish.reader),
    description: description(report, wish.reader),
    location:
      wish.reader === 'host'
        ? locationLine(booking.location, booking.hostName)
        : mailedPlace(booking),
    status: statusOf(booking.status),
    organizer: { name: booking.hostName, email: hostEmail ?? wish.mailFrom },
    guests: wish.reader === 'host' || wish.method === 'PUBLISH' ? [] : guests(report),
    ...(former && { ...GONE, organizer: { name: former.name, email: former.email } }),
  };
  return calendarPart(event, wish.method);
}

const GONE = { status: 'CANCELLED', description: '', location: null } as const;

function title({ booking }: BookingReport, reader: Reader): string {
  const name = reader === 'host' ? booking.attendeeName : booking.hostName;
  return meetingWith(booking.title, name);
}

function description({ booking, manageUrl }: BookingReport, reader: Reader): string {
  if (reader === 'host') return booking.notes;
  if (reader === 'guest' || manageUrl === null) return '';
  return say('mail:calendar.manage', { url: manageUrl });
}

function guests({ booking }: BookingReport): CalendarEvent['guests'] {
  const { attendeeEmail } = booking;
  return [
    ...(attendeeEmail ? [{ email: attendeeEmail, hasAgreed: true }] : []),
    ...booking.guests.map((email) => ({ email, hasAgreed: false })),
  ];
}

function statusOf(status: BookingStatus): CalendarEvent['status'] {
  if (status === 'held' || status === 'pending') return 'TENTATIVE';
  return status === 'confirmed' || status === 'showed' || status === 'no_show'
    ? 'CONFIRMED'
    : 'CANCELLED';
}
