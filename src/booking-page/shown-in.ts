import { canonicalTimeZone } from '../calendars/words/time-zone-names.js';
import { shownText } from '../shared/person-text.js';
import type { Query } from './views/address.js';
import type { ClockFace } from '../language/time-words.js';

/** The zone and clock of a page, and how the zone came about. */
export interface ShownIn {
  readonly face: ClockFace;
  /** Nobody chose the zone. */
  readonly isGuessed: boolean;
  /** What was asked for as a zone and is none, shortened for showing. */
  readonly unknownZone?: string;
}

const MOST_SHOWN = 40;

/** Reads `tz` and `h`; without a zone, or with one that does not exist, times are in `usualZone`. */
export function shownIn(carried: Query, usualZone: string): ShownIn {
  const { tz, h } = carried;
  const zone = tz === undefined ? null : canonicalTimeZone(tz);
  const face = { zone: zone ?? usualZone, hourCycle: h === '12' ? '12' : '24' } as const;
  const isUnknown = tz !== undefined && tz !== '' && zone === null;
  return {
    face,
    isGuessed: tz === undefined,
    ...(isUnknown ? { unknownZone: shownText(tz, MOST_SHOWN) } : {}),
  };
}
