import { z } from 'zod';
import { freeName, slugOf } from '../../hosts/handle.js';
import { say } from '../../language/say.js';
import { personTextSchema } from '../../shared/text/person-text.js';
import { CONSENT, PHONE, PLACE } from './asked-questions.js';
import { isChoice, QUESTION_KINDS, type Question } from './question.js';

/** A form with more of them is left half filled in. */
export const MOST_QUESTIONS = 20;
const MOST_OPTIONS = 50;

/** Ids that mean something else, here or to JavaScript. */
const RESERVED = [PHONE, PLACE, CONSENT, 'prototype', 'constructor'];
const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

const malformed = { error: () => say('intake:question.malformed') };

const question = z
  .strictObject({
    id: z.string(malformed).regex(ID, malformed).optional(),
    label: personTextSchema({ maxLength: 200 }),
    kind: z.enum(QUESTION_KINDS, malformed),
    required: z.boolean(malformed).default(false),
    options: z
      .array(personTextSchema({ maxLength: 100 }), malformed)
      .max(MOST_OPTIONS, malformed)
      .default([]),
  })
  .refine(({ kind, options }) => isChoice(kind) === options.length > 0, {
    error: () => say('intake:question.options'),
  })
  .refine(({ options }) => new Set(options).size === options.length, {
    error: () => say('intake:question.optionTwice'),
  });

type Worded = Omit<Question, 'id'> & { readonly id?: string | undefined };

/** Gives every question that has none an id made from its wording, unlike all others. */
export function withIds(questions: readonly Worded[]): Question[] {
  const taken = new Set([...RESERVED, ...questions.flatMap(({ id }) => id ?? [])]);
  return questions.map((one) => {
    const id = one.id ?? freeName(slugOf(one.label, 'question'), taken);
    taken.add(id);
    return { ...one, id };
  });
}

/** All questions of a calendar as JSON; an id may be left out and is given. */
export const questionsSchema: z.ZodType<readonly Question[]> = z
  .array(question, malformed)
  .max(MOST_QUESTIONS, { error: () => say('intake:question.tooMany', { most: MOST_QUESTIONS }) })
  .refine((questions) => hasOwnIds(questions), malformed)
  .transform(withIds);

function hasOwnIds(questions: readonly Worded[]): boolean {
  const ids = questions.flatMap(({ id }) => id ?? []);
  return new Set([...RESERVED, ...ids]).size === RESERVED.length + ids.length;
}
