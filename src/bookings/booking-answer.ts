import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import type { BookingSource } from './booking.entity.js';
import type { BookingStatus } from './booking-status.js';
import type { Booking } from './booking.entity.js';

/** A booking as the API shows it and as an idempotency key remembers it. Instants are UTC with `Z`. */
export interface BookingAnswer {
  readonly uid: string;
  readonly status: BookingStatus;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  /** The calendar's IANA zone. */
  readonly timeZone: string;
  readonly host: { readonly name: string };
  readonly attendee: {
    readonly name: string;
    readonly email?: string;
    readonly timeZone: string;
    readonly locale: string | null;
  };
  readonly location: null;
  readonly answers: Readonly<Record<string, never>>;
  readonly notes: string;
  readonly source: BookingSource;
  readonly utm: Readonly<Record<string, string>>;
  /** The start before the latest move. */
  readonly rescheduledFrom?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly sequence: number;
}

/** What the booker alone is told, once: how to manage the booking. */
export interface BookedAnswer extends BookingAnswer {
  readonly manageUrl: string;
  readonly manageToken: string;
}

export interface BookingFacts {
  readonly booking: Booking;
  readonly configuration: CalendarConfiguration;
  readonly movedFrom: Date | null;
}

export function bookingAnswer({ booking, configuration, movedFrom }: BookingFacts): BookingAnswer {
  return {
    uid: booking.uid,
    status: booking.status,
    title: booking.title,
    start: booking.startsAt.toISOString(),
    end: booking.endsAt.toISOString(),
    timeZone: configuration.settings.timeZone,
    host: { name: booking.hostName },
    attendee: {
      name: booking.attendeeName,
      ...(booking.attendeeEmail ? { email: booking.attendeeEmail } : {}),
      timeZone: booking.attendeeTimeZone,
      locale: booking.attendeeLocale ?? null,
    },
    location: null,
    answers: {},
    notes: booking.notes,
    source: booking.source,
    utm: booking.utm,
    ...(movedFrom ? { rescheduledFrom: movedFrom.toISOString() } : {}),
    createdAt: booking.createdAt.toISOString(),
    updatedAt: booking.updatedAt.toISOString(),
    sequence: booking.sequence,
  };
}
