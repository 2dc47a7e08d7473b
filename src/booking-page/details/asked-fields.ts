import type { IntakeProblem } from '../../bookings/intake/intake.js';
import {
  askedQuestions,
  CONSENT,
  PHONE,
  PLACE,
} from '../../calendars/questions/asked-questions.js';
import type { Question } from '../../calendars/questions/question.js';
import type { CalendarSettings } from '../../calendars/settings/calendar-settings.js';
import { say } from '../../language/say.js';
import type { TypedDetails } from '../views/carried-query.js';
import type { Asks } from '../views/details/details-fields.view.js';
import type { FieldProblem } from '../views/field.view.js';
import type { AskedField } from '../views/details/question-field.view.js';

type NamedQuestion = Omit<AskedField, 'given'>;

/** What is asked, under the name of its field: `a1` … for the host's own questions. */
function namedQuestions(settings: CalendarSettings): readonly NamedQuestion[] {
  const own = new Map(settings.questions.map(({ id }, index) => [id, `a${index + 1}`]));
  return askedQuestions(settings).map((question) => ({
    name: own.get(question.id) ?? question.id,
    question,
  }));
}

/** The fields of the form, with what is known of their answers. */
export function askedFields(settings: CalendarSettings, { answers }: TypedDetails): Asks {
  const fields = namedQuestions(settings).map((field) => ({
    ...field,
    given: answers[field.question.id] ?? [],
  }));
  const isFor = ({ question: { id } }: { readonly question: Question }, ids: readonly string[]) =>
    ids.includes(id);
  const { guestLimit, termsUrl } = settings;
  return {
    place: fields.filter((field) => isFor(field, [PHONE, PLACE])),
    questions: fields.filter((field) => !isFor(field, [PHONE, PLACE, CONSENT])),
    consent: fields.filter((field) => isFor(field, [CONSENT])),
    guestLimit,
    termsUrl: termsUrl === '' ? undefined : termsUrl,
  };
}

/** What a calendar refused, by the fields in which it was filled in. */
export function fieldProblems(
  settings: CalendarSettings,
  problems: readonly IntakeProblem[],
): FieldProblem[] {
  const named = namedQuestions(settings);
  return problems.map(({ at: [part = '', id], label, sentence }) => {
    if (part === 'attendee') return { field: 'email', message: sentence };
    if (part === 'guests') {
      return { field: 'guests', message: sentence, label: say('page:guests') };
    }
    const field = named.find(({ question }) => question.id === id)?.name;
    if (field === undefined) return { field: 'details', message: say('page:questionsChanged') };
    return { field, message: sentence, label };
  });
}

/** Problems in the order in which the fields stand; what belongs to none comes first. */
export function inFieldOrder(
  settings: CalendarSettings,
  problems: readonly FieldProblem[],
): readonly FieldProblem[] {
  const names = namedQuestions(settings).map(({ name }) => name);
  const asked = names.filter((name) => name !== CONSENT);
  const order = ['name', 'email', ...asked, 'guests', 'notes', CONSENT];
  return problems.toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}
