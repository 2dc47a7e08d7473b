import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';

/** People who take part in a booking anyway: their addresses invite nobody else. */
export interface KnownAddresses {
  readonly attendee: string | null;
  /** The host's own: a letter there would be answered by whoever sent it. */
  readonly ours: readonly string[];
}

export const knownAddresses = (
  { host }: Pick<CalendarConfiguration, 'host'>,
  attendee: string | null,
): KnownAddresses => ({ attendee, ours: host.email === null ? [] : [host.email] });
