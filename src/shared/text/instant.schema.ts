import { z } from 'zod';
import { say } from '../../language/say.js';

const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
/** The years that the database takes bookings of, `[first, end)`. */
const FIRST = Date.UTC(2000, 0);
const END = Date.UTC(2100, 0);

/**
 * An instant as RFC 3339 writes it, as epoch milliseconds: date, time and offset, all of which exist.
 * Seconds may be left out. Null for anything else: a 30 February, 24:00, a leap second, no offset,
 * and what lies outside the years 2000 to 2099.
 */
export function parseInstant(text: string): number | null {
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset = 'Z'] =
    INSTANT.exec(text) ?? [];
  const date = utcDate(year, month, day);
  if (date === null) return null;
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const milliseconds = Math.trunc(Number(`0.${fraction}`) * 1_000);
  const local = date + ((hours * 60 + minutes) * 60 + seconds) * 1_000 + milliseconds;
  const instant = local - offsetOf(offset);
  return isBookable(instant) ? instant : null;
}

/** Whether `text` is `YYYY-MM-DD` and such a date exists in the years 2000 to 2099. */
export function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  const date = utcDate(year, month, day);
  return date !== null && isBookable(date);
}

const isBookable = (instant: number): boolean => instant >= FIRST && instant < END;

/** Epoch milliseconds. */
export const instantSchema: z.ZodType<number, string> = z.string().transform((text, context) => {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  context.addIssue({ code: 'custom', message: say('problems:field.instant') });
  return z.NEVER;
});

/** Its midnight, as if the date were in UTC; null when there is no such date. */
function utcDate(year?: string, month?: string, day?: string): number | null {
  if (year === undefined) return null;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // A date that does not exist has rolled over into another month.
  const isReal = new Date(midnight).toISOString().startsWith(`${year}-${month}-${day}T`);
  return isReal ? midnight : null;
}

/** Milliseconds that local time is ahead of UTC. */
function offsetOf(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}
