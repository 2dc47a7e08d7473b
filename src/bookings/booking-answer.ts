import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import type { AnswerValue } from '../calendars/questions/question.js';
import type { BookedLocation } from '../calendars/locations/location.js';
import { describeLocation } from '../calendars/locations/location-words.js';
import type { BookingSource } from './booking.entity.js';
import { attendeePlace, isPlaceTold } from './booking-place.js';
import { type BookingStatus, CHANGEABLE_STATUSES } from './booking-status.js';
import type { Booking } from './booking.entity.js';
import type { OpenQuestion } from './other-times/open-question.js';

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
  readonly location: AnsweredLocation | null;
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
  /** Of a request: the host answers by then, and until then nobody else can take its time. */
  readonly answerBy?: string;
  /** The attendee asked for this time; the booking stands where it is until the host answers. */
  readonly moveRequested?: AskedTimes;
  /** The host asks the attendee to choose another time; until they do, or keep it, this one stands. */
  readonly moveWanted?: true;
  /** The host offers these times; the booking stands where it is until the attendee takes one. */
  readonly proposed?: AskedTimes;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly sequence: number;
}

/** The kind `withheld` has its outline alone: the rest is told once the host has confirmed. */
type AnsweredLocation = (BookedLocation | { readonly kind: 'withheld' }) & {
  readonly text: string;
};

/** Times that are held until an answer comes. */
export interface AskedTimes {
  readonly times: readonly { readonly start: string; readonly end: string }[];
  readonly answerBy: string;
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
  readonly question: OpenQuestion | null;
}

export function bookingAnswer(facts: BookingFacts): BookingAnswer {
  const { booking, configuration, movedFrom, question } = facts;
  const { status, holdExpiresAt } = booking;
  const answerBy = status === 'pending' ? holdExpiresAt?.toISOString() : undefined;
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
    ...(answerBy === undefined ? {} : { answerBy }),
    ...(question ? { [QUESTION_NAMES[question.kind]]: askedTimes(question) } : {}),
    ...(isMoveWanted(booking) ? { moveWanted: true } : {}),
    createdAt: booking.createdAt.toISOString(),
    updatedAt: booking.updatedAt.toISOString(),
    sequence: booking.sequence,
  };
}

function labelledLocation({ location, hostName }: Booking): BookingAnswer['location'] {
  const words = describeLocation(location, hostName);
  return words && { ...location, text: words.text };
}

export type AnswerReader = 'attendee' | 'host';

/** The same as one side may read it: an attendee is told the place in full once the booking stands. */
export const answerFor = <Answer extends BookingAnswer>(reader: AnswerReader, answer: Answer) =>
  reader === 'host' ? answer : { ...answer, location: attendeeLocation(answer) };

function attendeeLocation(answer: BookingAnswer): AnsweredLocation | null {
  const { location, status, host } = answer;
  if (location === null || location.kind === 'withheld') return location;
  if (isPlaceTold({ location, status })) return location;
  const words = attendeePlace({ location, status, hostName: host.name });
  return words && { kind: 'withheld', text: words.text };
}

const isMoveWanted = ({ hostAskedMove, status }: Booking): boolean =>
  hostAskedMove && CHANGEABLE_STATUSES.some((one) => one === status);

const QUESTION_NAMES = { move: 'moveRequested', proposal: 'proposed' } as const;

const askedTimes = ({ times, until }: OpenQuestion): AskedTimes => ({
  times: times.map(({ start, end }) => ({
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
  })),
  answerBy: new Date(until).toISOString(),
});
