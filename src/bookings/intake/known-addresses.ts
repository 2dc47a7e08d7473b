import type { CalendarConfiguration } from '../../calendars/calendar-configuration.js';

/** People who take part in a booking anyway: their addresses invite nobody else. */
export interface KnownAddresses {
  readonly attendee: string | null;
  /** The host's own, and the one that mail is sent from: letters there would go round in circles. */
  readonly ours: readonly string[];
}

export const knownAddresses = (
  { host }: Pick<CalendarConfiguration, 'host'>,
  attendee: string | null,
  mailFrom: readonly string[] = [],
): KnownAddresses => ({
  attendee,
  ours: [...(host.email === null ? [] : [host.email]), ...mailFrom],
});
