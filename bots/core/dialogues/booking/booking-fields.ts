import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { say } from '../../../../src/language/say.js';
import { parseEmailAddress } from '../../../../src/shared/text/email-address.js';
import { readGuests } from '../../../../src/bookings/intake/guests.js';
import type { GivenIntake } from '../../../../src/bookings/intake/intake.js';
import { readAnswer } from '../../../../src/calendars/questions/answer.parser.js';
import { askedQuestions } from '../../../../src/calendars/questions/asked-questions.js';
import type { AnswerValue, Question } from '../../../../src/calendars/questions/question.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import {
  LONGEST_NAME,
  LONGEST_NOTE,
  normalisePersonText,
} from '../../../../src/shared/text/person-text.js';
import { refusedWith, type SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import type { Choice } from '../../message.js';

/** Something that must, or may, be known before a calendar can be booked. */
export interface BookingField {
  /** `name`, `email`, `notes`; a question of the calendar has its own id. */
  readonly id: string;
  readonly label: string;
  /** The sentence that asks for it. */
  readonly asks: string;
  /** What a window says below it; null for nothing. */
  readonly hint: string | null;
  /** False where the proposal is so likely that it is only shown before the booking is made. */
  readonly isAsked: boolean;
  readonly isRequired: boolean;
  /** What an empty answer means; null when it means none. */
  readonly proposal: string | null;
  /** The only answers there are; none for free text. */
  readonly options: readonly Choice[];
  readonly read: (text: string) => Outcome<string, SentenceProblem>;
  /** The question of the calendar that it answers; null for what every calendar asks. */
  readonly question: Question | null;
}

/** What is known of whoever books. */
export interface Booker {
  readonly name: string;
  readonly email: string | null;
  /** Whether the platform can tell them about changes, so that an e-mail address is not needed. */
  readonly isReachable: boolean;
  /** Whether mail leaves this server. */
  readonly isMailed: boolean;
}

/** Everything that this calendar asks whoever books it in chat, in this order. */
export function bookingFields(
  { host, settings }: CalendarConfiguration,
  booker: Booker,
): BookingField[] {
  return [
    ...[nameField(booker), emailField(booker, host.name)],
    ...askedQuestions(settings).map(questionField),
    ...(settings.guestLimit > 0 ? [guestsField(settings.guestLimit, booker)] : []),
    notesField(host.name),
  ];
}

const base = {
  ...{ isAsked: true, isRequired: false, proposal: null, options: [], question: null },
  hint: null,
} as const;

/** What has to be known before a booking moves: why, where the calendar demands it. */
export function moveFields({ host, settings }: CalendarConfiguration): BookingField[] {
  if (settings.cutoffs.reason !== 'required') return [];
  const asks = say('book:ask.reason', { host: host.name });
  return [
    {
      ...base,
      ...{ id: 'reason', label: say('book:label.reason'), isRequired: true },
      ...{ asks, hint: asks },
      read: (text) => normalisePersonText(text, { maxLength: LONGEST_NOTE, isMultiline: true }),
    },
  ];
}

function nameField({ name }: Booker): BookingField {
  return {
    ...base,
    ...{ id: 'name', label: say('book:label.name'), asks: say('book:ask.name') },
    ...{ isAsked: name === '', isRequired: true, proposal: name === '' ? null : name },
    read: (text) => normalisePersonText(text, { maxLength: LONGEST_NAME }),
  };
}

/** Nothing is promised to an address to which nothing will be sent. */
function emailField({ email, isReachable, isMailed }: Booker, host: string): BookingField {
  const way = isMailed ? 'mailed' : 'unmailed';
  const asks = isReachable
    ? say(`book:ask.email.${way}`, { proposal: email ?? say('book:none'), host })
    : say(`book:ask.emailNeeded.${way}`, { host });
  return {
    ...base,
    ...{ id: 'email', label: say('book:label.email'), asks },
    hint: say(`book:form.emailHint.${way}`, { host }),
    ...{ isRequired: !isReachable, proposal: email },
    read: parseEmailAddress,
  };
}

function notesField(host: string): BookingField {
  return {
    ...base,
    ...{ id: 'notes', label: say('book:label.notes'), asks: say('book:ask.notes', { host }) },
    hint: say('book:form.notesHint', { host }),
    read: (text) =>
      normalisePersonText(text, { maxLength: LONGEST_NOTE, mayBeEmpty: true, isMultiline: true }),
  };
}

/** Several choices of one question, and several guests, are kept one per line. */
export const LIST = '\n';

function questionField(question: Question): BookingField {
  const { id, label, kind, required, options } = question;
  const hint = kind === 'multi-select' ? ` ${say('book:ask.several')}` : '';
  const skip = kind === 'number' && !required ? ` ${say('book:ask.orSkip')}` : '';
  return {
    ...base,
    // A question may be called name or email; these are ours.
    ...{
      id: `question ${id}`,
      label,
      asks: `${label}${hint}${skip}`,
      isRequired: required,
      question,
    },
    options: optionsOf(question).map((option) => ({ id: option, label: option })),
    read: (text) => {
      const given = kind === 'multi-select' ? severalOf(options, text) : text;
      const read = readAnswer(question, given);
      return read.ok ? done(keptText(read.value)) : read;
    },
  };
}

const optionsOf = ({ kind, options }: Question): readonly string[] =>
  kind === 'checkbox' ? [say('book:yes'), say('book:no')] : options;

/** By number or name, between commas: `1, 3`. A name may have commas in it. */
function severalOf(options: readonly string[], text: string): string[] {
  const rest = text.replace(/^[\s,]+/, '');
  if (rest === '') return [];
  const whole = options
    .filter((option) => isSame(option, rest.slice(0, option.length)))
    .filter((option) => /^\s*(?:[,\n]|$)/.test(rest.slice(option.length)))
    .toSorted((one, other) => other.length - one.length)[0];
  const word = whole ?? /^[^,\n]*/.exec(rest)?.[0] ?? rest;
  const named = whole ?? options[Number(word.trim()) - 1] ?? word.trim();
  return [named, ...severalOf(options, rest.slice(word.length))];
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function keptText(value: AnswerValue | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return say(value ? 'book:yes' : 'book:no').toLowerCase();
  return typeof value === 'object' ? value.join(LIST) : String(value);
}

function guestsField(most: number, { isMailed }: Booker): BookingField {
  const way = isMailed ? 'mailed' : 'unmailed';
  return {
    ...base,
    ...{ id: 'guests', label: say('book:label.guests') },
    asks: say(`book:ask.guests.${way}`, { count: most }),
    hint: say(`book:form.guestsHint.${way}`),
    read: (text) => {
      const guests = text.split(/[\s,;]+/).filter((word) => word !== '');
      const read = readGuests(guests, most, { attendee: null, ours: [] });
      return read.ok
        ? done(read.value.join(LIST))
        : refusedWith(read.problem[0]?.sentence ?? say('words:email.unreadable'));
    },
  };
}

/** The answers and guests of a booking, from what is kept of them as text. */
export function intakeOf(
  fields: readonly BookingField[],
  answers: Readonly<Record<string, string>>,
): GivenIntake {
  const given = fields.flatMap(({ id, question }) => {
    const text = answers[id] ?? '';
    if (question === null || text === '') return [];
    return [[question.id, question.kind === 'multi-select' ? text.split(LIST) : text] as const];
  });
  const guests = (answers['guests'] ?? '').split(LIST).filter((guest) => guest !== '');
  return { answers: Object.fromEntries(given), guests };
}

const NOTHING = /^(?:|-|no|none|nothing|skip)$/i;

/** An answer as it is kept: empty where nothing was said and nothing needs to be. */
export function readField(field: BookingField, text: string): Outcome<string, SentenceProblem> {
  const said = text.trim();
  if (said === '' && field.proposal !== null) return done(field.proposal);
  // An option may be called None.
  const option = field.options.find(({ id }) => isSame(id, said));
  if (option) return field.read(option.id);
  if (NOTHING.test(said) && !field.isRequired) return done('');
  return field.read(said);
}

/** What is known of a field by now: what was answered, else what is proposed and not asked. */
export function valueOf(
  field: BookingField,
  answers: Readonly<Record<string, string>>,
): string | undefined {
  return answers[field.id] ?? (field.isAsked ? undefined : (field.proposal ?? undefined));
}
