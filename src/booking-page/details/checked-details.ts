import { type GivenIntake, takeIn } from '../../bookings/intake/intake.js';
import type { GivenAnswer } from '../../calendars/questions/answer.parser.js';
import { knownAddresses } from '../../bookings/intake/known-addresses.js';
import type { CalendarConfiguration } from '../../calendars/calendar-configuration.js';
import { parseEmailAddress } from '../../shared/text/email-address.js';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import { LONGEST_NAME, LONGEST_NOTE, normalisePersonText } from '../../shared/text/person-text.js';
import { say } from '../../language/say.js';
import { fieldProblems, inFieldOrder } from './asked-fields.js';
import type { TypedDetails } from '../views/carried-query.js';
import type { FieldProblem } from '../views/field.view.js';

/** What the attendee typed, as it is sent on. */
export interface CheckedDetails {
  readonly name: string;
  readonly email: string;
  readonly notes: string;
  readonly intake: GivenIntake;
}

/** What the attendee typed as it is stored, or what is wrong with it in the order of the fields. */
export function checkedDetails(
  typed: TypedDetails,
  configuration: CalendarConfiguration,
): Outcome<CheckedDetails, readonly FieldProblem[]> {
  const name = normalisePersonText(typed.name, { maxLength: LONGEST_NAME, mayBeEmpty: true });
  const email = parseEmailAddress(typed.email);
  const notes = longText(typed.notes);
  const intake = { answers: answersIn(typed.answers), guests: guestsIn(typed.guests) };
  const isNamed = name.ok && name.value !== '';
  const { settings } = configuration;
  const known = knownAddresses(configuration, email.ok ? email.value : null);
  const taken = takeIn(settings, intake, known);
  if (isNamed && email.ok && notes.ok && taken.ok) {
    return done({ name: name.value, email: email.value, notes: notes.value, intake });
  }
  const problems = [
    ...(isNamed ? [] : [nameProblem(name.ok)]),
    ...(email.ok ? [] : [emailProblem(typed.email)]),
    ...(notes.ok ? [] : [tooLong('notes', 'page:notesTooLong', LONGEST_NOTE)]),
    ...(taken.ok ? [] : fieldProblems(settings, taken.problem)),
  ];
  return refused(inFieldOrder(settings, problems));
}

/** A field left empty answers nothing; one that came once answers with its text. */
function answersIn(typed: TypedDetails['answers']): GivenIntake['answers'] {
  const filled = Object.entries(typed).flatMap(([id, texts]): [string, GivenAnswer][] => {
    const given = texts.filter((text) => text !== '');
    return given.length === 0 ? [] : [[id, given.length === 1 ? (given[0] ?? '') : given]];
  });
  return Object.fromEntries(filled);
}

/** However they are listed: on lines of their own, or parted by commas, semicolons or spaces. */
const guestsIn = (text: string): readonly string[] =>
  text.split(/[\s,;]+/).filter((address) => address !== '');

/** The address whose bookings somebody wants to find. */
export function checkedEmail(typed: string): Outcome<string, FieldProblem[]> {
  const email = parseEmailAddress(typed);
  return email.ok ? email : refused([emailProblem(typed)]);
}

/** Why a meeting is cancelled, as it is stored; null when nothing was said. */
export function checkedReason(typed: string): Outcome<string | null, FieldProblem[]> {
  const reason = longText(typed);
  if (!reason.ok) return refused([tooLong('reason', 'page:reasonTooLong', LONGEST_NOTE)]);
  return done(reason.value === '' ? null : reason.value);
}

export const reasonMissing = (): FieldProblem => ({
  field: 'reason',
  message: say('page:reasonMissing'),
});

const longText = (text: string) =>
  normalisePersonText(text, { maxLength: LONGEST_NOTE, mayBeEmpty: true, isMultiline: true });

function nameProblem(isEmpty: boolean): FieldProblem {
  if (!isEmpty) return tooLong('name', 'page:nameTooLong', LONGEST_NAME);
  return { field: 'name', message: say('page:nameMissing') };
}

function emailProblem(typed: string): FieldProblem {
  const isMissing = typed.trim() === '';
  const message = say(isMissing ? 'page:emailMissing' : 'page:emailMalformed');
  return { field: 'email', message };
}

type TooLong = 'page:nameTooLong' | 'page:notesTooLong' | 'page:reasonTooLong';

const tooLong = (field: string, key: TooLong, count: number): FieldProblem => ({
  field,
  message: say(key, { count }),
});
