import { z } from 'zod';
import { timeZoneSchema } from '../calendars/time-zone.schema.js';
import { say } from '../language/say.js';
import { instantSchema } from '../shared/instant.schema.js';
import { carriedQuery, sentAlong } from './views/carried-query.js';

/** What a text field of a form sends; NUL and half surrogate pairs come from no browser. */
const sentText = z.string().refine((text) => !text.includes('\0') && text.isWellFormed(), {
  error: () => say('problems:field.unreadable'),
});

/** A form as it arrives. A field that came twice is a list by now, and refused. */
const fields = z.record(z.string(), sentText);

const carried = z.record(z.string(), z.string());

/** The details of an attendee. Their own words are checked later, where they can be shown again. */
export const bookingFormSchema = fields
  .transform((sent) => ({ ...sent, carried: sentAlong(carriedQuery(sent)) }))
  .pipe(
    z.object({
      start: instantSchema,
      tz: timeZoneSchema.optional(),
      idempotencyKey: z
        .string()
        .regex(/^[\x21-\x7e]{1,255}$/)
        .optional(),
      name: z.string().default(''),
      email: z.string().default(''),
      notes: z.string().default(''),
      carried,
    }),
  );

export type BookingForm = z.output<typeof bookingFormSchema>;

const SHOW = ['tz', 'h', 'lang', 'theme'];

/** Of what a visit carries, how to show pages: all that the pages of a booking pass on. */
export const showFields = (sent: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(carriedQuery(sent)).filter(([name]) => SHOW.includes(name)));

/** A new time. `sequence` is the booking's as the page showed it. */
export const moveFormSchema = fields
  .transform((sent) => ({ ...sent, carried: showFields(sent) }))
  .pipe(
    z.object({
      t: z.string().default(''),
      start: instantSchema,
      reason: z.string().default(''),
      sequence: z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number)
        .optional(),
      carried,
    }),
  );

export type MoveForm = z.output<typeof moveFormSchema>;

export const cancelFormSchema = fields
  .transform((sent) => ({ ...sent, carried: showFields(sent) }))
  .pipe(z.object({ t: z.string().default(''), reason: z.string().default(''), carried }));

export type CancelForm = z.output<typeof cancelFormSchema>;
