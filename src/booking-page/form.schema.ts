import { z } from 'zod';
import { timeZoneSchema } from '../calendars/time-zone.schema.js';
import type { Question } from '../calendars/questions/question.js';
import { say } from '../language/say.js';
import { instantSchema } from '../shared/text/instant.schema.js';
import { carriedQuery, sentAlong } from './views/carried-query.js';

/** What a text field of a form sends; NUL and half surrogate pairs come from no browser. */
const sentText = z.string().refine((text) => !text.includes('\0') && text.isWellFormed(), {
  error: () => say('problems:field.unreadable'),
});

/** A form as it arrives. A field that came twice is a list by now, and refused. */
const fields = z.record(z.string(), sentText);

/** Only a question of which several answers can be chosen may come more than once. */
const fieldsWithChoices = z
  .record(z.string(), z.union([sentText, z.array(sentText).max(50)]))
  .refine((sent) =>
    Object.entries(sent).every(([name, value]) => typeof value === 'string' || OWN.test(name)),
  );

/** The fields of the host's own questions, and of what else a calendar may ask. */
const OWN = /^a\d{1,2}$/;
const ASKED = /^(?:a\d{1,2}|phone|location|consent)$/;

type SentChoices = z.output<typeof fieldsWithChoices>;

const answersIn = (sent: SentChoices): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(sent)
      .filter(([name]) => ASKED.test(name))
      .map(([name, value]) => [name, typeof value === 'string' ? [value] : value]),
  );

const carried = z.record(z.string(), z.string());

/** The details of an attendee. Their own words are checked later, where they can be shown again. */
export const bookingFormSchema = fieldsWithChoices
  .transform((sent) => ({
    ...sent,
    carried: sentAlong(carriedQuery(sent)),
    answers: answersIn(sent),
  }))
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
      guests: z.string().default(''),
      hold: z.string().optional(),
      /** The ids of the questions in the order of their fields. */
      asked: z.string().max(2000).optional(),
      answers: z.record(z.string(), z.array(z.string())),
      carried,
    }),
  );

export type BookingForm = z.output<typeof bookingFormSchema>;

/** What was answered, by the id of the question, even if it was moved or removed in the meantime. */
export function answersById(
  { asked, answers }: Pick<BookingForm, 'asked' | 'answers'>,
  questions: readonly Pick<Question, 'id'>[],
): Record<string, readonly string[]> {
  const ids = asked?.split(',') ?? questions.map(({ id }) => id);
  const named = Object.entries(answers).flatMap(([name, value]): [string, readonly string[]][] => {
    const id = OWN.test(name) ? ids[Number(name.slice(1)) - 1] : name;
    return id === undefined ? [] : [[id, value]];
  });
  return Object.fromEntries(named);
}

/** A time that was chosen on the month's page; `pageHold` is the page's own secret, see `holdOfPage`. */
export const holdFormSchema = fields
  .transform((sent) => ({ ...sent, carried: carriedQuery(sent) }))
  .pipe(z.object({ start: instantSchema, pageHold: z.string().optional(), carried }));

export type HoldForm = z.output<typeof holdFormSchema>;

/** The name of a hold whose form is still being filled in. */
export const keepHoldSchema = fields.transform(({ hold = '' }) => ({ hold }));

export type KeepHold = z.output<typeof keepHoldSchema>;

const SHOW = ['tz', 'h', 'lang', 'theme'];

/** Of what a visit carries, how to show pages: all that the pages of a booking pass on. */
export const showFields = (sent: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(carriedQuery(sent)).filter(([name]) => SHOW.includes(name)));

/**
 * A new time: chosen on the page of times, or meant for good. `sequence` is the booking's as the page
 * showed it.
 */
export const moveFormSchema = fields
  .transform((sent) => ({ ...sent, carried: showFields(sent) }))
  .pipe(
    z.object({
      t: z.string().default(''),
      start: instantSchema,
      choose: z.literal('1').optional(),
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

/** What the attendee says to the times that the host proposes: one of them, or none. */
export const proposalFormSchema = fields
  .transform((sent) => ({ ...sent, carried: showFields(sent) }))
  .pipe(
    z
      .object({
        t: z.string().default(''),
        start: instantSchema.optional(),
        none: z.literal('1').optional(),
        carried,
      })
      .refine(({ start, none }) => (start === undefined) !== (none === undefined)),
  );

export type ProposalForm = z.output<typeof proposalFormSchema>;

/** A form that only says whose booking it is about. */
export const answerFormSchema = fields
  .transform((sent) => ({ ...sent, carried: showFields(sent) }))
  .pipe(z.object({ t: z.string().default(''), carried }));

export type AnswerForm = z.output<typeof answerFormSchema>;

export const cancelFormSchema = fields
  .transform((sent) => ({ ...sent, carried: showFields(sent) }))
  .pipe(z.object({ t: z.string().default(''), reason: z.string().default(''), carried }));

export const findFormSchema = fields.transform(({ email = '' }) => ({ email }));

export type FindForm = z.output<typeof findFormSchema>;

export type CancelForm = z.output<typeof cancelFormSchema>;
