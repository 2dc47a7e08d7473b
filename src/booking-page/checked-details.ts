import { parseEmailAddress } from '../shared/email-address.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import { LONGEST_NAME, LONGEST_NOTE, normalisePersonText } from '../shared/person-text.js';
import { say } from '../language/say.js';
import type { TypedDetails } from './views/carried-query.js';
import type { FieldProblem } from './views/field.view.js';

/** What the attendee typed as it is stored, or what is wrong with it in the order of the fields. */
export function checkedDetails(typed: TypedDetails): Outcome<TypedDetails, FieldProblem[]> {
  const name = normalisePersonText(typed.name, { maxLength: LONGEST_NAME, mayBeEmpty: true });
  const email = parseEmailAddress(typed.email);
  const notes = longText(typed.notes);
  const isNamed = name.ok && name.value !== '';
  if (isNamed && email.ok && notes.ok) {
    return done({ name: name.value, email: email.value, notes: notes.value });
  }
  return refused([
    ...(isNamed ? [] : [nameProblem(name.ok)]),
    ...(email.ok ? [] : [emailProblem(typed.email)]),
    ...(notes.ok ? [] : [tooLong('notes', 'page:notesTooLong', LONGEST_NOTE)]),
  ]);
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
