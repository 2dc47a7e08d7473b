import type { CalendarConfiguration, CalendarState } from './calendar-configuration.js';
import { offeredDurations } from './settings/duration-setting.js';
import { linkPath } from './calendar-configuration.js';

/** What anybody with the link may know of a booking calendar. */
export interface PublicCalendar {
  readonly host: { readonly name: string; readonly handle: string };
  readonly slug: string;
  /** The booking page. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly durationMinutes: number;
  /** The lengths among which the attendee picks, the one above first. */
  readonly durationsMinutes: readonly number[];
  /** IANA name. */
  readonly timeZone: string;
  readonly location: null;
  readonly state: 'open' | 'paused';
  /** UTC with `Z`; null when open, and while paused until the host resumes. */
  readonly pausedUntil: string | null;
}

export interface PublicFacts {
  readonly configuration: CalendarConfiguration;
  readonly state: CalendarState;
  /** The address of the product. */
  readonly publicUrl: string;
}

export function publicCalendar({ configuration, state, publicUrl }: PublicFacts): PublicCalendar {
  const { host, slug, settings } = configuration;
  return {
    host: { name: host.name, handle: host.handle },
    slug,
    url: `${publicUrl}${linkPath(configuration)}`,
    title: settings.title,
    description: settings.description,
    durationMinutes: settings.durationMinutes,
    durationsMinutes: offeredDurations(settings),
    timeZone: settings.timeZone,
    location: null,
    state: state.kind === 'paused' ? 'paused' : 'open',
    pausedUntil: state.kind === 'paused' ? (state.until?.toISOString() ?? null) : null,
  };
}
