import type { JSX } from 'preact';
import { say } from '../../../language/say.js';
import type { TypedDetails } from '../carried-query.js';
import { Field, type FieldProblem } from '../field.view.js';
import { QuestionField, type AskedField } from './question-field.view.js';

/** What a calendar asks beside name, e-mail address and notes. */
export interface Asks {
  /** Where to meet or to call, where the attendee says it. */
  readonly place: readonly AskedField[];
  readonly questions: readonly AskedField[];
  readonly consent: readonly AskedField[];
  /** So many people may be brought along. */
  readonly guestLimit: number;
  readonly termsUrl?: string | undefined;
}

export interface FilledIn {
  readonly asks: Asks;
  /** Filled in beforehand by the link, or typed before and sent back. */
  readonly typed: Omit<TypedDetails, 'answers'>;
  /** What was wrong with the form, in the order of its fields. */
  readonly problems: readonly FieldProblem[];
}

/** The longest values that are kept; an e-mail address has at most 254 characters (RFC 5321). */
const LONGEST = { name: 100, email: 254, notes: 2000, guests: 2800 } as const;

function Person({ typed, problems }: FilledIn): JSX.Element {
  return (
    <>
      <Field
        name="name"
        kind="text"
        label={say('page:yourName')}
        value={typed.name}
        autocomplete="name"
        maxLength={LONGEST.name}
        required
        problems={problems}
      />
      <Field
        name="email"
        label={say('page:yourEmail')}
        value={typed.email}
        kind="email"
        autocomplete="email"
        maxLength={LONGEST.email}
        required
        problems={problems}
      />
    </>
  );
}

interface QuestionsProps {
  readonly asked: readonly AskedField[];
  readonly problems: readonly FieldProblem[];
}

const Questions = ({ asked, problems }: QuestionsProps): JSX.Element => (
  <>
    {asked.map((one) => (
      <QuestionField asked={one} problems={problems} />
    ))}
  </>
);

function Guests({ typed, problems, asks }: FilledIn): JSX.Element | null {
  if (asks.guestLimit === 0) return null;
  return (
    <Field
      name="guests"
      label={say('page:yourGuests')}
      hint={say('page:yourGuestsHint', { count: asks.guestLimit })}
      value={typed.guests}
      maxLength={LONGEST.guests}
      kind="long"
      rows={2}
      problems={problems}
    />
  );
}

/** Everything there is to fill in; what has to be agreed to comes last, beside the button. */
export function DetailsFields(filled: FilledIn): JSX.Element {
  const { typed, problems, asks } = filled;
  return (
    <>
      <Person {...filled} />
      <Questions asked={[...asks.place, ...asks.questions]} problems={problems} />
      <Guests {...filled} />
      <Field
        name="notes"
        label={say('page:yourNotes')}
        hint={say('page:yourNotesHint')}
        value={typed.notes}
        maxLength={LONGEST.notes}
        kind="long"
        problems={problems}
      />
      <Questions asked={asks.consent} problems={problems} />
    </>
  );
}
