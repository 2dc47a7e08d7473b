import parseNumber from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../outcome.js';
import { refusedWith, type SentenceProblem } from '../sentence-problem.js';

/** E.164 has fifteen digits at most; more than twice that with spaces is no number. */
const LONGEST = 40;

/** A phone number with its country, in the form in which it is stored (E.164): `+4930123456`. */
export function parsePhoneNumber(text: string): Outcome<string, SentenceProblem> {
  const typed = text.trim().replace(/^00(?=[1-9])/, '+');
  if (typed.length > LONGEST) return refusedWith(say('words:phone.unreadable'));
  if (!typed.startsWith('+')) return refusedWith(say('words:phone.noCountry'));
  const number = parseNumber(typed, { extract: false }, metadata);
  const isNumber = number?.isPossible() === true && number.ext === undefined;
  return isNumber ? done(number.number) : refusedWith(say('words:phone.unreadable'));
}

/** `+49 30 123456`, from its stored form. */
export const shownPhoneNumber = (stored: string): string =>
  parseNumber(stored, metadata)?.formatInternational() ?? stored;
