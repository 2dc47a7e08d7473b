import type { CalendarSettings } from './settings/calendar-settings.js';

/** A date whose hours replace those of its weekday; no interval means closed. */
export interface OverrideFacts {
  /** `YYYY-MM-DD` in the calendar's zone. */
  readonly date: string;
  readonly intervals: readonly { readonly start: string; readonly end: string }[];
  readonly reason: string | null;
}

export interface CalendarHost {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** Nobody but the host is told it here; null until they say. */
  readonly email: string | null;
}

/** Everything that is set on one booking calendar, read at once and never changed in place. */
export interface CalendarConfiguration {
  readonly id: string;
  readonly scheduleId: string;
  readonly host: CalendarHost;
  readonly slug: string;
  readonly settings: CalendarSettings;
  readonly overrides: readonly OverrideFacts[];
  readonly active: boolean;
  readonly pausedAt: Date | null;
  readonly pausedUntil: Date | null;
  readonly homePlatform: string;
  readonly homeWorkspace: string;
}

export type CalendarState =
  | { readonly kind: 'open' }
  | { readonly kind: 'paused'; readonly until: Date | null }
  | { readonly kind: 'off' };

/** Whether the calendar takes bookings at `now` (epoch milliseconds). */
export function calendarState(configuration: CalendarConfiguration, now: number): CalendarState {
  if (!configuration.active) return { kind: 'off' };
  const { pausedAt, pausedUntil } = configuration;
  const isPaused = pausedAt !== null && (pausedUntil === null || now < pausedUntil.getTime());
  return isPaused ? { kind: 'paused', until: pausedUntil } : { kind: 'open' };
}

/** The calendar as its host has it for what is booked already: to be paused or off keeps new bookings away. */
export const asOpen = (configuration: CalendarConfiguration): CalendarConfiguration => ({
  ...configuration,
  ...{ active: true, pausedAt: null, pausedUntil: null },
});

/**
 * The calendar as it is for attendees who are booked with this host. A former host's guests were never
 * paused: only the calendar's own host decides whether bookings come, and theirs were made before.
 */
export const asOpenFor = (
  configuration: CalendarConfiguration,
  hostId: string,
): CalendarConfiguration =>
  hostId === configuration.host.id ? configuration : asOpen(configuration);

/** Whether that is the workspace in which the calendar is at home. */
export const isHome = (
  { homePlatform, homeWorkspace }: Pick<CalendarConfiguration, 'homePlatform' | 'homeWorkspace'>,
  { platform, workspace }: { readonly platform: string; readonly workspace: string },
): boolean => platform === homePlatform && workspace === homeWorkspace;

/** Path of the booking page. */
export function linkPath(configuration: CalendarConfiguration): string {
  return `/${configuration.host.handle}/${configuration.slug}`;
}
