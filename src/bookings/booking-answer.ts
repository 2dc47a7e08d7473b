import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import type { AnswerValue } from '../calendars/questions/question.js';
import type { BookedLocation } from '../calendars/locations/location.js';
import { describeLocation } from '../calendars/locations/location-words.js';
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
  /** Where they meet, in words and with its parts (a number, an address); null when no place was set. */
  readonly location: (BookedLocation & { readonly text: string }) | null;
  /** By the id of the question. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  /** The questions as they were worded when they were answered, by id. */
  readonly questions: Readonly<Record<string, string>>;
  /** E-mail addresses. */
  readonly guests: readonly string[];
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
    location: labelledLocation(booking),
    answers: Object.fromEntries(booking.answers.map(({ id, value }) => [id, value])),
    questions: Object.fromEntries(booking.answers.map(({ id, label }) => [id, label])),
    guests: booking.guests,
    notes: booking.notes,
    source: booking.source,
    utm: booking.utm,
    ...(movedFrom ? { rescheduledFrom: movedFrom.toISOString() } : {}),
    createdAt: booking.createdAt.toISOString(),
    updatedAt: booking.updatedAt.toISOString(),
    sequence: booking.sequence,
  };
}

function labelledLocation({ location, hostName }: Booking): BookingAnswer['location'] {
  const words = describeLocation(location, hostName);
  return words && { ...location, text: words.text };
}
