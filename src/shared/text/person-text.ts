import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../outcome.js';
import { refusedWith, type SentenceProblem } from '../sentence-problem.js';

/** How long a text may be, counted in characters (code points) after normalising. */
export interface TextLimits {
  readonly maxLength: number;
  /** True where an empty text is an answer too. */
  readonly mayBeEmpty?: boolean;
  /** True where line ends stay; elsewhere they become spaces. */
  readonly isMultiline?: boolean;
}

/** Control characters but tab and line feed: they forge lines in mail, logs and terminals. */
const CONTROLS = /[^\P{Cc}\t\n]/gu;
/** They reorder the letters round them, so that a name reads as another one. */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;
/** No script stacks more marks on one letter; more of them cover the lines above and below. */
const STACKED_MARKS = /(\p{M}{8})\p{M}+/gu;
const INVISIBLE = /[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Far above every limit, so that normalising never works through a megabyte. */
const MOST_RAW_LENGTH = 100_000;

/**
 * Text from a person, in the form in which it is stored: NFC, without control and bidi characters,
 * trimmed, spaces collapsed, stacks of marks cut. Refused when it holds NUL or half a surrogate pair
 * (PostgreSQL and JSON cannot carry them), is too long, or shows nothing.
 */
export function normalisePersonText(
  text: string,
  limits: TextLimits,
): Outcome<string, SentenceProblem> {
  if (text.includes('\0') || !text.isWellFormed()) return refusedWith(say('words:text.broken'));
  const clean = text.length > MOST_RAW_LENGTH ? null : cleanText(text, limits.isMultiline === true);
  if (clean === null || Array.from(clean).length > limits.maxLength) {
    return refusedWith(say('words:text.tooLong', { most: limits.maxLength }));
  }
  if (clean.replace(INVISIBLE, '') !== '') return done(clean);
  return limits.mayBeEmpty === true ? done('') : refusedWith(say('words:text.empty'));
}

/** A piece of untrusted text for use inside a sentence: one line, cut to `most` characters. */
export function shownText(text: string, most: number): string {
  const start = cleanText(
    text
      .slice(0, most * 8)
      .toWellFormed()
      .replaceAll('\0', ''),
    false,
  );
  const characters = Array.from(start);
  return characters.length <= most ? start : `${characters.slice(0, most - 1).join('')}…`;
}

/** A zod schema that normalises, and refuses in the same sentences. */
export function personTextSchema(limits: TextLimits): z.ZodType<string, string> {
  return z.string().transform((text, context) => {
    const outcome = normalisePersonText(text, limits);
    if (outcome.ok) return outcome.value;
    context.addIssue({ code: 'custom', message: outcome.problem.sentence });
    return z.NEVER;
  });
}

export const LONGEST_NAME = 100;
/** Of notes, and of the reason for a change. */
export const LONGEST_NOTE = 2_000;

export const personNameSchema = personTextSchema({ maxLength: LONGEST_NAME });
export const noteSchema = personTextSchema({
  maxLength: LONGEST_NOTE,
  mayBeEmpty: true,
  isMultiline: true,
});

function cleanText(text: string, isMultiline: boolean): string {
  const lines = text
    .normalize('NFC')
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, '')
    .replace(BIDI_CONTROLS, '')
    .replace(STACKED_MARKS, '$1')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());
  if (!isMultiline) return lines.join(' ').replace(/ +/g, ' ').trim();
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
