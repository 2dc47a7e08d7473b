import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { splitWords, type Token, textOf } from '../words/line-words.js';
import { inQuotes, quoted } from '../words/plain-words.js';
import { isChoice, QUESTION_KINDS, type Question, type QuestionKind } from './question.js';

/** What somebody wrote of a question; what they left out is undefined. */
export type WrittenQuestion = Partial<Omit<Question, 'id'>>;

const NEED = /^(?:required|mandatory|optional)$/i;

/**
 * `"Company" text required`, `"Topic" select "Sales|Support"`. Without quotation marks the last kind
 * ends the wording: `Company number` asks for the number of a company.
 */
export function parseQuestion(
  line: string,
  { mayLackWording = false }: { readonly mayLackWording?: boolean } = {},
): Outcome<WrittenQuestion, SentenceProblem> {
  const split = splitWords(line);
  if (!split.ok) return refusedWith(say('intake:question.unreadable', { text: quoted(line) }));
  const tokens = split.value;
  const least = mayLackWording ? 0 : 1;
  const length = Math.max(labelLength(tokens), Math.min(least, tokens.length));
  const label = textOf(line, tokens.slice(0, length));
  const more = tokens.slice(length);
  const isNeed = ({ text, quotedFrom }: Token) => quotedFrom === null && NEED.test(text);
  const need = more.findLast(isNeed)?.text.toLowerCase();
  const kinds = more.filter((token) => !isNeed(token));
  const kind = kindAt(kinds, 0);
  const listed = kinds.slice(kind?.length ?? 0);
  const options = optionsIn(listed.map(({ text }) => text).join(' '));
  if (options.length > 0 && (kind === null || !isChoice(kind.kind))) {
    return refusedWith(say('intake:question.tooMuch', { rest: quoted(textOf(line, listed)) }));
  }
  return done({
    ...(label === '' ? {} : { label }),
    ...(kind === null ? {} : { kind: kind.kind }),
    ...(need === undefined ? {} : { required: need !== 'optional' }),
    ...(options.length === 0 ? {} : { options }),
  });
}

/** How it is written, so that it is read back. */
export function questionText({ label, kind, required, options }: Question): string {
  const listed = options.length === 0 ? '' : ` ${inQuotes(options.join('|'))}`;
  return `${inQuotes(label)} ${kind}${listed}${required ? ' required' : ''}`;
}

/** How many words are the wording of the question; none when kind or need comes first. */
function labelLength(tokens: readonly Token[]): number {
  if (tokens[0]?.quotedFrom === 0) return 1;
  const kind = tokens.findLastIndex((_, index) => kindAt(tokens, index) !== null);
  if (kind !== -1) return kindAt(tokens, kind - 1)?.length === 2 ? kind - 1 : kind;
  const last = tokens.at(-1);
  return tokens.length - (last !== undefined && NEED.test(last.text) ? 1 : 0);
}

/** The kind that stands here, in one word or in two: `long text`. */
function kindAt(
  tokens: readonly Token[],
  at: number,
): { readonly kind: QuestionKind; readonly length: number } | null {
  for (const length of [2, 1]) {
    const words = tokens.slice(at, at + length).map(({ text }) => text.toLowerCase());
    const kind = QUESTION_KINDS.find((name) => name === words.join('-'));
    if (kind !== undefined && words.length === length) return { kind, length };
  }
  return null;
}

/** `Sales|Support`; commas part them too where there is no bar. */
function optionsIn(text: string): readonly string[] {
  const parts = text.split(text.includes('|') ? '|' : ',');
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
