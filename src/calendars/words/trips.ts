import { addDays, type LocalDate } from '../../slots/wall-clock.js';
import type { DateRange } from './date-speech.js';

/** Dates, both included, that a host spends in another time zone. */
export interface Trip extends DateRange {
  /** IANA name. */
  readonly timeZone: string;
}

/** The trips with one more, in order; where dates were part of another trip, the new one has them. */
export function withTrip(trips: readonly Trip[], added: Trip): readonly Trip[] {
  const others = trips.flatMap((trip) => outside(trip, added));
  return [...others, added].toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

function outside(trip: Trip, { from, to }: DateRange): readonly Trip[] {
  const before: Trip = { ...trip, to: earlier(trip.to, addDays(from, -1)) };
  const after: Trip = { ...trip, from: later(trip.from, addDays(to, 1)) };
  return [before, after].filter((piece) => piece.from <= piece.to);
}

const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);
const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
