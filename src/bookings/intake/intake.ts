import {
  askedQuestions,
  CONSENT,
  PHONE,
  PLACE,
} from '../../calendars/questions/asked-questions.js';
import { type GivenAnswer, readAnswer } from '../../calendars/questions/answer.parser.js';
import type { KeptAnswer, Question } from '../../calendars/questions/question.js';
import { type BookedLocation, bookedLocation } from '../../calendars/locations/location.js';
import type { CalendarSettings } from '../../calendars/settings/calendar-settings.js';
import { say } from '../../language/say.js';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import type { KnownAddresses } from './known-addresses.js';
import { isSameAddress, readGuests } from './guests.js';

/** What came with a request to book, beside time and attendee. */
export interface GivenIntake {
  /** By the id of the question. */
  readonly answers: Readonly<Record<string, GivenAnswer>>;
  /** E-mail addresses. */
  readonly guests: readonly string[];
  /** The host books for somebody: what they did not ask stays unanswered. */
  readonly mayLeaveOut?: boolean;
}

/** The same as it is kept with the booking. */
export interface Intake {
  readonly answers: readonly KeptAnswer[];
  readonly guests: readonly string[];
  readonly location: BookedLocation;
  /** The text that the attendee agreed to; empty where none was shown. */
  readonly consent: string;
}

export const NOTHING_GIVEN: GivenIntake = { answers: {}, guests: [] };

/** What breaks a rule of the calendar, and where it was said. */
export interface IntakeProblem {
  /** A path into the request, such as `answers`, `company`, or `attendee`, `email`. */
  readonly at: readonly string[];
  /** The question as it is worded, where one is meant. */
  readonly label?: string;
  readonly sentence: string;
}

/** Takes in what a calendar asks for; every broken rule is listed, in the order of the form. */
export function takeIn(
  settings: CalendarSettings,
  given: GivenIntake,
  known: KnownAddresses,
): Outcome<Intake, IntakeProblem[]> {
  const asked = askedQuestions(settings);
  const read = asked.map((question) => ({ question, ...answerTo(question, given) }));
  const guests = readGuests(given.guests, settings.guestLimit, known);
  const problems = [
    ...addressProblems(known),
    ...read.flatMap(({ problem }) => problem),
    ...unknownAnswers(asked, given),
    ...(guests.ok ? [] : guests.problem),
  ];
  if (!guests.ok || problems.length > 0) return refused(problems);
  const kept = read.flatMap(({ question, value }) =>
    value === null ? [] : [{ ...wordingOf(question), value }],
  );
  return done({
    answers: kept.filter(({ id }) => ![PHONE, PLACE, CONSENT].includes(id)),
    guests: guests.value,
    location: bookedLocation(settings.location, {
      phone: said(kept, PHONE),
      location: said(kept, PLACE),
    }),
    consent: kept.some(({ id, value }) => id === CONSENT && value === true) ? settings.consent : '',
  });
}

const wordingOf = ({ id, label, kind }: Question) => ({ id, label, kind });

function said(kept: readonly KeptAnswer[], question: string): string | null {
  const value = kept.find(({ id }) => id === question)?.value;
  return typeof value === 'string' ? value : null;
}

function answerTo(question: Question, { answers, mayLeaveOut }: GivenIntake) {
  const required = question.required && mayLeaveOut !== true;
  const given = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  const read = readAnswer({ ...question, required }, given);
  if (read.ok) return { value: read.value, problem: [] };
  return {
    value: null,
    problem: [{ at: ['answers', question.id], label: question.label, ...read.problem }],
  };
}

function unknownAnswers(asked: readonly Question[], { answers }: GivenIntake): IntakeProblem[] {
  const ids = new Set(asked.map(({ id }) => id));
  return Object.keys(answers)
    .filter((id) => !ids.has(id))
    .map((id) => ({ at: ['answers', id], sentence: say('problems:field.answersUnknown') }));
}

/** A letter to the host or to ourselves would be answered by ourselves. */
function addressProblems({ attendee, ours }: KnownAddresses): IntakeProblem[] {
  const isOurs = attendee !== null && ours.some((one) => isSameAddress(one, attendee));
  return isOurs ? [{ at: ['attendee', 'email'], sentence: say('intake:notYourOwn') }] : [];
}
