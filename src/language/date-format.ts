/** English as written in most of the world: day before month, a 24 hour clock unless asked otherwise. */
const LOCALE = 'en-GB';

const SHAPES = {
  weekday: { weekday: 'long' },
  shortWeekday: { weekday: 'short' },
  dayOfMonth: { day: 'numeric', month: 'long' },
  dayOfYear: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  time24: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time12: { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' },
  hour: { hour: '2-digit', hourCycle: 'h23' },
  numbers: { year: 'numeric', month: '2-digit', day: '2-digit' },
  offset: { timeZoneName: 'shortOffset' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateShape = keyof typeof SHAPES;

const MOST_KEPT = 400;
const kept = new Map<string, Intl.DateTimeFormat>();

/**
 * The formatter of one shape in one IANA zone. Making one costs about 40 µs, so they are kept;
 * zone names come in any spelling of upper and lower case, so the number kept is bounded.
 * @throws RangeError when the zone does not exist
 */
export function dateFormat(shape: DateShape, timeZone: string): Intl.DateTimeFormat {
  const key = `${shape} ${timeZone}`;
  const known = kept.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(LOCALE, { ...SHAPES[shape], timeZone });
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, format);
  return format;
}
