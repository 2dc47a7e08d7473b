import {
  type CalendarConfiguration,
  calendarState,
  linkPath,
  type OverrideFacts,
} from '../calendar-configuration.js';
import type { CalendarSettings } from '../settings/calendar-settings.js';

/** A booking calendar as its host sees it: every setting by its own name, and what came of them. */
export interface HostCalendar extends CalendarSettings {
  readonly id: string;
  readonly slug: string;
  /** The booking page. */
  readonly url: string;
  readonly state: 'open' | 'paused' | 'off';
  /** UTC with `Z`; null when open, and while paused until the host resumes. */
  readonly pausedUntil: string | null;
  readonly overrides: readonly OverrideFacts[];
}

export interface HostCalendarFacts {
  readonly configuration: CalendarConfiguration;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The address of the product. */
  readonly publicUrl: string;
}

export function hostCalendar({ configuration, now, publicUrl }: HostCalendarFacts): HostCalendar {
  const state = calendarState(configuration, now);
  const { id, slug, settings, overrides } = configuration;
  return {
    ...settings,
    id,
    slug,
    url: `${publicUrl}${linkPath(configuration)}`,
    state: state.kind,
    pausedUntil: state.kind === 'paused' ? (state.until?.toISOString() ?? null) : null,
    overrides,
  };
}
