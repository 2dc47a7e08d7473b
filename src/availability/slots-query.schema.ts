import { z } from 'zod';
import { timeZoneSchema } from '../calendars/time-zone.schema.js';
import { say } from '../language/say.js';
import { isDate, parseInstant } from '../shared/text/instant.schema.js';
import type { AskedTime } from './asked-range.js';

/** A plus sign that was not encoded arrives as a space. */
const UNENCODED_PLUS = / (?=\d\d:\d\d$)/;

const askedTime = z.string().transform((text, context): AskedTime => {
  if (isDate(text)) return { kind: 'date', date: text };
  const at = parseInstant(text.replace(UNENCODED_PLUS, '+'));
  if (at !== null) return { kind: 'instant', at };
  context.addIssue({ code: 'custom', message: say('problems:field.dateOrInstant') });
  return z.NEVER;
});

const minutes = z.string().transform((text, context): number => {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  context.addIssue({ code: 'custom', message: say('problems:field.duration') });
  return z.NEVER;
});

/** `?start&end&timeZone&duration&once`, the last three optional. A parameter given twice is refused. */
export const slotsQuerySchema = z.strictObject({
  start: askedTime,
  end: askedTime,
  timeZone: timeZoneSchema.optional(),
  duration: minutes.optional(),
  /** The token of a link that books once. */
  once: z.string().max(100).optional(),
});

export type SlotsQuery = z.output<typeof slotsQuerySchema>;
