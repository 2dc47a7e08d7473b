import type { Location } from './locations/location.js';
import { announceLocation } from './locations/location-words.js';
import { lockedZone } from './settings/look-settings.js';
import { askedQuestions } from './questions/asked-questions.js';
import type { Question } from './questions/question.js';
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
  /** What is known of the place before booking; null when none was set. */
  readonly location: PublicLocation | null;
  /** Everything `answers` has to answer: a phone number, the place or a consent too, where they are asked for. */
  readonly questions: readonly Question[];
  /** So many people may be brought along. */
  readonly guests: number;
  readonly termsUrl: string | null;
  /** `host`: a booking is a request until the host confirms it. */
  readonly approval: 'automatic' | 'host';
  /** Times are told in `timeZone` to everybody, because they meet there. */
  readonly timeZoneLocked: boolean;
  readonly state: 'open' | 'paused';
  /** UTC with `Z`; null when open, and while paused until the host resumes. */
  readonly pausedUntil: string | null;
}

export interface PublicLocation {
  readonly kind: Location['kind'];
  readonly text: string;
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
    location: publicLocation(settings.location, host.name),
    questions: askedQuestions(settings),
    guests: settings.guestLimit,
    timeZoneLocked: lockedZone(settings) !== undefined,
    termsUrl: settings.termsUrl === '' ? null : settings.termsUrl,
    approval: settings.approval,
    state: state.kind === 'paused' ? 'paused' : 'open',
    pausedUntil: state.kind === 'paused' ? (state.until?.toISOString() ?? null) : null,
  };
}

function publicLocation(location: Location, hostName: string): PublicLocation | null {
  const text = announceLocation(location, hostName);
  return text === null ? null : { kind: location.kind, text };
}
