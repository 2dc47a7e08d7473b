import type { DayPart } from '../../../../src/calendars/words/wish.parser.js';
import type { LocalDate } from '../../../../src/slots/wall-clock.js';
import type { TimeFacts } from '../time-choice/time-choice.dialogue.js';
import type { BookingProblem } from '../../../../src/bookings/booking.errors.js';
import type { BookingField } from './booking-fields.js';

export interface OfferedTime {
  /** Epoch milliseconds. */
  readonly start: number;
  /** `09:30`, with the offset where that time occurs twice. */
  readonly label: string;
  readonly part: DayPart;
}

export interface OfferedDay {
  readonly date: LocalDate;
  readonly times: readonly OfferedTime[];
}

export interface OfferedCalendar {
  readonly id: string;
  readonly title: string;
  /** The lengths of a meeting that may be chosen. */
  readonly durations: readonly number[];
  readonly timeZone: string;
  /** Where, as anybody may know it before booking; null when no place was set. */
  readonly place: string | null;
}

export interface OpenBooking {
  readonly uid: string;
  readonly title: string;
  /** Epoch milliseconds. */
  readonly start: number;
}

/** What the world says to a state of the dialogue; a part that is not needed yet is empty. */
export interface BookingFacts extends TimeFacts {
  /** Who can be booked here. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** The name of the chosen host. */
  readonly hostName: string;
  /** What the booker has with that host already, still ahead. */
  readonly openBookings: readonly OpenBooking[];
  /** The host's calendars that take bookings now. */
  readonly calendars: readonly OfferedCalendar[];
  /** When the first of them will again, where none does now and it is known. */
  readonly pausedUntil: LocalDate | null;
  readonly fields: readonly BookingField[];
  /** Why the booking that should move cannot; null when it can, or none should. */
  readonly hindrance: BookingProblem | null;
  /** What the host tells whoever has booked; null when they set no text. */
  readonly afterText: string | null;
}
