import { z } from 'zod';
import { timeZoneSchema } from '../calendars/time-zone.schema.js';
import { say } from '../language/say.js';
import { emailAddressSchema } from '../shared/text/email-address.js';
import { instantSchema } from '../shared/text/instant.schema.js';
import { noteSchema, personNameSchema, personTextSchema } from '../shared/text/person-text.js';

const LONGEST_LOCALE = 35;

/** A language tag (BCP 47) in its canonical form. */
export const localeSchema: z.ZodType<string, string> = z.string().transform((text, context) => {
  const locale = text.length <= LONGEST_LOCALE ? canonicalLocale(text) : null;
  if (locale !== null) return locale;
  context.addIssue({ code: 'custom', message: say('problems:field.locale') });
  return z.NEVER;
});

const utmText = personTextSchema({ maxLength: 200, mayBeEmpty: true });

/** Where the attendee came from, as campaign links name it, with or without `utm_`. */
export const utmSchema = z.record(
  z.string().regex(/^(utm_)?(source|medium|campaign|term|content|id)$/),
  utmText,
);

const answerValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).max(100)]);

/** No meeting is longer than a day; which lengths are offered the calendar says. */
const meetingMinutes = z.int().min(1).max(1_440);

/** The token of a link that books once: what its address has as `once`. */
const onceSchema = z.string().max(100).optional();

/** The body of `POST …/bookings`. */
export const bookingRequestSchema = z.strictObject({
  start: instantSchema,
  /** Minutes: one of the calendar's lengths. */
  duration: meetingMinutes.optional(),
  attendee: z.strictObject({
    name: personNameSchema,
    email: emailAddressSchema,
    timeZone: timeZoneSchema,
    locale: localeSchema.optional(),
  }),
  answers: z.record(z.string().max(100), answerValue).optional(),
  guests: z.array(emailAddressSchema).max(100).optional(),
  notes: noteSchema.optional(),
  utm: utmSchema.optional(),
  /** The time that was held for the booker, see `POST …/reservations`. */
  reservation: z.strictObject({ uid: z.string().max(40), secret: z.string().max(100) }).optional(),
  once: onceSchema,
});

export type BookingRequestBody = z.output<typeof bookingRequestSchema>;

/** The body of `POST …/reservations`. */
export const holdBodySchema = z.strictObject({
  start: instantSchema,
  duration: meetingMinutes.optional(),
  once: onceSchema,
});

export type HoldBody = z.output<typeof holdBodySchema>;

/** The body of `POST /bookings/{uid}/cancel`; it may be left out. */
export const cancelBodySchema = z.strictObject({ reason: noteSchema.nullish() }).nullish();

export type CancelBody = z.output<typeof cancelBodySchema>;

const seenSequence = z.int().nonnegative().optional();

/** The body of `POST /bookings/{uid}/confirm`; `sequence` is the one that the host saw. */
export const confirmBodySchema = z.strictObject({ sequence: seenSequence }).nullish();

export type ConfirmBody = z.output<typeof confirmBodySchema>;

/** The body of `POST /bookings/{uid}/decline`; it may be left out. */
export const declineBodySchema = z
  .strictObject({ reason: noteSchema.nullish(), sequence: seenSequence })
  .nullish();

export type DeclineBody = z.output<typeof declineBodySchema>;

/** The body of `POST /bookings/{uid}/reschedule`. `sequence` is the one that the person saw. */
export const moveBodySchema = z.strictObject({
  start: instantSchema,
  reason: noteSchema.nullish(),
  sequence: seenSequence,
});

export type MoveBody = z.output<typeof moveBodySchema>;

/** The body of `POST /bookings/{uid}/proposal`: the start that suits; null when none does. */
export const proposalBodySchema = z.strictObject({ start: instantSchema.nullable() });

export type ProposalBody = z.output<typeof proposalBodySchema>;

function canonicalLocale(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    // Intl throws a RangeError for what is no language tag.
    return null;
  }
}
