import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { splitWords } from '../words/line-words.js';
import { plainWords, quoted } from '../words/plain-words.js';
import { parseQuestion, questionText, type WrittenQuestion } from './question.parser.js';
import type { Question } from './question.js';

/** A question that may be new, and so without an id. */
type Listed = Omit<Question, 'id'> & { readonly id?: string };
type Read = Outcome<readonly Listed[], SentenceProblem>;

const COMMAND = /^(add|edit|change|remove|delete|move)(?:\s+(.*))?$/is;
const NUMBERED = /^(\d{1,3})(?:\s+(?:to\s+)?(.*))?$/is;

/**
 * `add "Company" text required`, `edit 2 "Firm"`, `remove 2`, `move 2 1`; or all questions anew,
 * parted by semicolons, or `none`.
 */
export function parseQuestions(text: string, current: readonly Question[]): Read {
  const line = text.trim();
  if (/^(?:none|no|off|clear|remove all)?$/.test(plainWords(line))) return done([]);
  const [, verb, rest = ''] = COMMAND.exec(line) ?? [];
  switch (verb?.toLowerCase()) {
    case 'add':
      return add(rest, current);
    case 'edit':
    case 'change':
      return edit(rest, current);
    case 'remove':
    case 'delete':
      return remove(rest, current);
    case 'move':
      return move(rest, current);
    default:
      return all(line, current);
  }
}

export const questionsText = (questions: readonly Question[]): string =>
  questions.length === 0 ? say('settings:none') : questions.map(questionText).join('; ');

function add(text: string, current: readonly Question[]): Read {
  const written = parseQuestion(text);
  if (!written.ok) return written;
  const { label, ...rest } = written.value;
  if (label === undefined) return refusedWith(say('intake:question.noLabel'));
  return done([...current, { ...PLAIN, label, ...rest }]);
}

const PLAIN = { kind: 'text', required: false, options: [] } as const;

/** The wording, the kind or whether it must be answered; what is not named stays. */
function edit(text: string, current: readonly Question[]): Read {
  const found = numbered(text, current);
  if (!found.ok) return found;
  const { index, rest } = found.value;
  const written = parseQuestion(rest, { mayLackWording: true });
  if (!written.ok) return written;
  if (rest === '') return refusedWith(say('intake:question.noLabel'));
  return done(current.map((one, at) => (at === index ? edited(one, written.value) : one)));
}

/** Options go with the kind that has them. */
function edited(question: Question, written: WrittenQuestion): Question {
  const isSameKind = written.kind === undefined || written.kind === question.kind;
  return { ...question, ...(isSameKind ? {} : { options: [] }), ...written };
}

function remove(text: string, current: readonly Question[]): Read {
  const found = numbered(text, current);
  if (!found.ok) return found;
  return done(current.filter((_, at) => at !== found.value.index));
}

function move(text: string, current: readonly Question[]): Read {
  const from = numbered(text, current);
  if (!from.ok) return from;
  const to = numbered(from.value.rest, current);
  if (!to.ok) return to;
  const [moved] = current.slice(from.value.index, from.value.index + 1);
  const others = current.filter((_, at) => at !== from.value.index);
  return done(others.toSpliced(to.value.index, 0, ...(moved ? [moved] : [])));
}

interface Numbered {
  readonly index: number;
  readonly rest: string;
}

/** A question by its number in the list, or by its wording. */
function numbered(text: string, current: readonly Question[]): Outcome<Numbered, SentenceProblem> {
  const [, number, rest = ''] = NUMBERED.exec(text.trim()) ?? [];
  const worded = current.findIndex(({ label }) => plainWords(label) === plainWords(unquoted(text)));
  const index = worded === -1 ? Number(number ?? 0) - 1 : worded;
  if (current[index]) return done({ index, rest: worded === -1 ? rest.trim() : '' });
  const key = current.length === 0 ? 'intake:question.noneYet' : 'intake:question.noSuch';
  return refusedWith(say(key, { text: quoted(text), most: current.length }));
}

const unquoted = (text: string): string => /^\s*["“”„](.*)["“”]\s*$/s.exec(text)?.[1] ?? text;

/** A question that keeps its wording keeps its id. */
function all(line: string, current: readonly Question[]): Read {
  const pieces = piecesOf(line);
  if (!pieces) return refusedWith(say('intake:question.unreadable', { text: quoted(line) }));
  const listed: Listed[] = [];
  for (const one of pieces) {
    const read = add(one, []);
    if (!read.ok) return read;
    const known = current.find(({ label }) => label === read.value[0]?.label);
    listed.push(
      ...read.value.map((question) => ({ ...question, ...(known ? { id: known.id } : {}) })),
    );
  }
  return done(listed);
}

/** What stands between semicolons outside of quotation marks; null when one of these is left open. */
function piecesOf(text: string): readonly string[] | null {
  const line = text.replace(/(?<!\\)(["“”„])\s*;/g, '$1 ;').replace(/\n/g, ' ; ');
  const split = splitWords(line);
  if (!split.ok) return null;
  const ends = split.value.filter((token) => token.quotedFrom === null && token.text.endsWith(';'));
  const cuts = [...ends.map(({ end }) => end - 1), line.length];
  return cuts
    .map((cut, index) => line.slice(index === 0 ? 0 : (cuts[index - 1] ?? 0) + 1, cut).trim())
    .filter((piece) => piece !== '');
}
