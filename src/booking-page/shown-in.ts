import type { CalendarSettings } from '../calendars/settings/calendar-settings.js';
import { lockedZone } from '../calendars/settings/look-settings.js';
import { canonicalTimeZone } from '../calendars/words/time-zone-names.js';
import { shownText } from '../shared/text/person-text.js';
import type { Query } from './views/address.js';
import type { ClockFace } from '../language/time-words.js';

/** The zone and clock of a page, and how the zone came about. */
export interface ShownIn {
  readonly face: ClockFace;
  /** Nobody chose the zone. */
  readonly isGuessed: boolean;
  /** The host keeps everybody in this zone. */
  readonly isLocked: boolean;
  /** What was asked for as a zone and is none, shortened for showing. */
  readonly unknownZone?: string;
}

const MOST_SHOWN = 40;

/** The zone of a page on which nobody chose one, and the only one there is where it is locked. */
interface PageZones {
  readonly usual: string;
  readonly locked: string | undefined;
}

/** Reads `tz` and `h`; without a zone, or with one that does not exist, times are in the usual one. */
export function shownIn(carried: Query, { usual, locked }: PageZones): ShownIn {
  const { tz, h } = carried;
  const zone = tz === undefined ? null : canonicalTimeZone(tz);
  const hourCycle = h === '12' ? '12' : '24';
  if (locked !== undefined) {
    return { face: { zone: locked, hourCycle }, isGuessed: false, isLocked: true };
  }
  const face = { zone: zone ?? usual, hourCycle } as const;
  const isUnknown = tz !== undefined && tz !== '' && zone === null;
  return {
    face,
    isGuessed: tz === undefined,
    isLocked: false,
    ...(isUnknown ? { unknownZone: shownText(tz, MOST_SHOWN) } : {}),
  };
}

/** Of a calendar's own pages. */
export const zonesOf = (settings: CalendarSettings): PageZones => ({
  usual: settings.timeZone,
  locked: lockedZone(settings),
});
