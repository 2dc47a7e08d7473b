import { isOffered } from '../../availability/asked-duration.js';
import type { CalendarSettings } from '../../calendars/settings/calendar-settings.js';
import type { Query } from '../views/address.js';

/** The length in minutes that a link or form names, offered or not. */
export function askedDuration(carried: Query): number | undefined {
  const text = carried['duration'] ?? '';
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** The length that was picked, if it is offered; else the calendar's first. */
export function chosenDuration(settings: CalendarSettings, carried: Query): number {
  return askedDuration(withOfferedDuration(settings, carried)) ?? settings.durationMinutes;
}

/** A link may name a length that was never offered: it is not carried on. */
export function withOfferedDuration(settings: CalendarSettings, carried: Query): Query {
  const asked = askedDuration(carried);
  const isKnown = asked !== undefined && isOffered(settings, asked);
  return isKnown ? carried : withoutDuration(carried);
}

export const withoutDuration = (carried: Query): Query =>
  Object.fromEntries(Object.entries(carried).filter(([name]) => name !== 'duration'));
