import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { say } from '../../../src/language/say.js';
import { parseEmailAddress } from '../../../src/shared/email-address.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import {
  LONGEST_NAME,
  LONGEST_NOTE,
  normalisePersonText,
} from '../../../src/shared/person-text.js';
import type { SentenceProblem } from '../../../src/shared/sentence-problem.js';
import type { Choice } from '../message.js';

/** Something that must, or may, be known before a calendar can be booked. */
export interface BookingField {
  /** `name`, `email`, `notes`; a question of the calendar has its own id. */
  readonly id: string;
  readonly label: string;
  readonly question: string;
  /** False where the proposal is so likely that it is only shown before the booking is made. */
  readonly isAsked: boolean;
  readonly isRequired: boolean;
  /** What an empty answer means; null when it means none. */
  readonly proposal: string | null;
  /** The only answers there are; none for free text. */
  readonly options: readonly Choice[];
  readonly read: (text: string) => Outcome<string, SentenceProblem>;
}

/** What is known of whoever books. */
export interface Booker {
  readonly name: string;
  readonly email: string | null;
  /** Whether the platform can tell them about changes, so that an e-mail address is not needed. */
  readonly isReachable: boolean;
}

/** Everything that this calendar asks whoever books it in chat, in this order. */
export function bookingFields({ host }: CalendarConfiguration, booker: Booker): BookingField[] {
  return [nameField(booker), emailField(booker), notesField(host.name)];
}

const base = { isAsked: true, isRequired: false, proposal: null, options: [] } as const;

function nameField({ name }: Booker): BookingField {
  return {
    ...base,
    ...{ id: 'name', label: say('book:label.name'), question: say('book:ask.name') },
    ...{ isAsked: name === '', isRequired: true, proposal: name === '' ? null : name },
    read: (text) => normalisePersonText(text, { maxLength: LONGEST_NAME }),
  };
}

function emailField({ email, isReachable }: Booker): BookingField {
  const question = isReachable
    ? say('book:ask.email', { proposal: email ?? say('book:none') })
    : say('book:ask.emailNeeded');
  return {
    ...base,
    ...{ id: 'email', label: say('book:label.email'), question },
    ...{ isRequired: !isReachable, proposal: email },
    read: parseEmailAddress,
  };
}

function notesField(host: string): BookingField {
  return {
    ...base,
    ...{ id: 'notes', label: say('book:label.notes'), question: say('book:ask.notes', { host }) },
    read: (text) =>
      normalisePersonText(text, { maxLength: LONGEST_NOTE, mayBeEmpty: true, isMultiline: true }),
  };
}

const NOTHING = /^(?:|-|no|none|nothing|skip)$/i;

/** An answer as it is kept: empty where nothing was said and nothing needs to be. */
export function readField(field: BookingField, text: string): Outcome<string, SentenceProblem> {
  const said = text.trim();
  if (said === '' && field.proposal !== null) return done(field.proposal);
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
