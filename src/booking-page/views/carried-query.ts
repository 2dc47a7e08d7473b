import type { Question } from '../../calendars/questions/question.js';
import type { Query } from './address.js';

/**
 * Fields that travel through every link of a visit: how to show the page, what to fill in, and the
 * time that is held meanwhile.
 */
const CARRIED =
  /^(?:tz|timezone|h|duration|lang|theme|embed|once|hold|name|first_name|last_name|email|notes|guests|a\d{1,2}|utm_[a-z]{1,20})$/;
const LONGEST_VALUE = 2000;
const MOST_FIELDS = 40;

/** What of a request's query the page's links carry on; unknown, repeated and oversized fields fall. */
export function carriedQuery(asked: Readonly<Record<string, unknown>>): Query {
  const fields = Object.entries(asked)
    .flatMap(([name, value]): [string, string][] =>
      CARRIED.test(name) && typeof value === 'string' && value.length <= LONGEST_VALUE
        ? [[name === 'timezone' ? 'tz' : name, value]]
        : [],
    )
    .slice(0, MOST_FIELDS);
  return Object.fromEntries(fields);
}

/** Of them, what a form sends on unseen: how to show the next page, and where the visit came from. */
export const sentAlong = (carried: Query): Query =>
  Object.fromEntries(
    Object.entries(carried).filter(([name]) =>
      /^(?:h|duration|lang|theme|embed|once|utm_.*)$/.test(name),
    ),
  );

export interface TypedDetails {
  readonly name: string;
  readonly email: string;
  readonly notes: string;
  /** E-mail addresses, parted by commas, spaces or line ends. */
  readonly guests: string;
  /** By the id of the question; several where several can be chosen. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

/** The details a link fills in beforehand; the attendee still reads them and presses the button. */
export function prefilledDetails(query: Query, questions: readonly Question[] = []): TypedDetails {
  const fullName = [query['first_name'], query['last_name']].filter(Boolean).join(' ');
  return {
    name: query['name'] ?? fullName,
    email: query['email'] ?? '',
    notes: query['notes'] ?? '',
    guests: query['guests'] ?? '',
    answers: Object.fromEntries(
      questions.map((question, index) => [
        question.id,
        prefilledAnswer(question, query[`a${index + 1}`]),
      ]),
    ),
  };
}

/** Several choices are parted by commas or bars, unless that is what one of them is called. */
function prefilledAnswer({ kind, options }: Question, text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  if (kind !== 'multi-select' || options.includes(text)) return [text];
  return text.split(/[,|]/).map((part) => part.trim());
}
