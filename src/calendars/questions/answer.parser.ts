import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { LONGEST_NOTE, normalisePersonText } from '../../shared/text/person-text.js';
import { parsePhoneNumber } from '../../shared/text/phone-number.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { parseWebAddress } from '../../shared/text/web-address.js';
import type { AnswerValue, Question } from './question.js';

/** An answer as it came in JSON, or from a form as text. */
export type GivenAnswer = string | number | boolean | readonly string[];

/** Null where nothing was answered and nothing had to be. */
type Read = Outcome<AnswerValue | null, SentenceProblem>;

const MOST_LINE = 500;
const YES = /^(?:true|yes|on|1|y)$/i;
const NO = /^(?:false|no|off|0|n)?$/i;
const NUMBER = /^-?(?:\d{1,15}(?:\.\d{1,9})?|\.\d{1,9})$/;

/** Reads the answer to one question; every way to write it ends in one form. */
export function readAnswer(question: Question, given: GivenAnswer | undefined): Read {
  if (question.kind === 'multi-select') return choices(question, given);
  if (question.kind === 'checkbox') return tick(question, given);
  const text = given === undefined ? '' : textOf(given);
  if (text === null) return refusedWith(say('intake:answer.wrongType'));
  if (text.trim() === '') return nothing(question);
  return readText(question, text);
}

function readText(question: Question, text: string): Read {
  switch (question.kind) {
    case 'phone':
      return parsePhoneNumber(text);
    case 'url':
      return parseWebAddress(text);
    case 'number':
      return number(text);
    case 'select':
      return choice(question, text);
    default: {
      const isMultiline = question.kind === 'long-text';
      const maxLength = isMultiline ? LONGEST_NOTE : MOST_LINE;
      const clean = normalisePersonText(text, { maxLength, isMultiline, mayBeEmpty: true });
      return clean.ok && clean.value === '' ? nothing(question) : clean;
    }
  }
}

/** Lists answer only where several things can be chosen, and a tick answers only a box. */
function textOf(given: GivenAnswer): string | null {
  return typeof given === 'string' || typeof given === 'number' ? String(given) : null;
}

const nothing = ({ required, kind }: Question): Read =>
  required ? refusedWith(say(`intake:missing.${kind}`)) : done(null);

function number(text: string): Read {
  const plain = text.trim().replace(/^\+/, '').replace(',', '.');
  return NUMBER.test(plain) ? done(Number(plain)) : refusedWith(say('intake:answer.number'));
}

function choice({ options }: Question, text: string): Read {
  const option = options.find((one) => one === text) ?? options.find((one) => one === text.trim());
  return option === undefined ? refusedWith(notOffered(options)) : done(option);
}

/** In the order of the options, each once. */
function choices(question: Question, given: GivenAnswer = []): Read {
  const chosen = typeof given === 'string' ? [given] : given;
  if (typeof chosen !== 'object') return refusedWith(say('intake:answer.wrongType'));
  const named = new Set(chosen.map((one) => one.trim()).filter((one) => one !== ''));
  const { options } = question;
  if ([...named].some((one) => !options.includes(one))) return refusedWith(notOffered(options));
  return named.size === 0 ? nothing(question) : done(options.filter((one) => named.has(one)));
}

/** A box that need not be ticked is answered either way. */
function tick(question: Question, given: GivenAnswer = false): Read {
  if (typeof given === 'object') return refusedWith(say('intake:answer.wrongType'));
  const text = String(given).trim();
  if (YES.test(text)) return done(true);
  if (!NO.test(text)) return refusedWith(say('intake:answer.tick'));
  return question.required ? nothing(question) : done(false);
}

const MOST_NAMED = 8;

function notOffered(options: readonly string[]): string {
  const named = options.slice(0, MOST_NAMED).join(', ');
  const rest = options.length > MOST_NAMED ? ', …' : '';
  return say('intake:answer.notOffered', { options: `${named}${rest}` });
}
