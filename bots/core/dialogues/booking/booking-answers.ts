import { parseMinutes } from '../../../../src/calendars/words/duration.parser.js';
import { lengthIn } from '../../../../src/calendars/words/length-words.js';
import { plainWords } from '../../../../src/calendars/words/plain-words.js';
import { parseTimeZone } from '../../../../src/calendars/words/time-zone.parser.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import {
  type BookingStep,
  nextStep,
  offeredLengths,
  openField,
  otherLength,
} from './booking.dialogue.js';
import { choicesAt } from './booking-choices.js';
import type { BookingFacts } from './booking-facts.js';
import { readField } from './booking-fields.js';
import { type BookingState, inZoneOf } from './booking-state.js';
import { isFree, notFree, typedStart, typedWish } from '../time-choice/time-choice.dialogue.js';
import { choiceNamed, chosenDay, chosenTime } from '../time-choice/time-choices.js';
import { yesOrNo } from '../yes-or-no.js';
import { anotherTime } from '../time-choice/time-state.js';

/** What an answer leads to. */
export type Turn =
  | { readonly kind: 'go'; readonly state: BookingState }
  /** They would rather move the booking they have. */
  | { readonly kind: 'move'; readonly uid: string }
  /** Confirmed in full: now, and only now, it is written. */
  | { readonly kind: 'write' }
  | { readonly kind: 'stop' };

/** A turn; or why the words are none. */
export type Answered = Outcome<Turn, SentenceProblem>;

const go = (state: BookingState): Turn => ({ kind: 'go', state });

/** Takes a typed answer: a word such as back, the number or the label of a choice, or free words. */
export function answered(state: BookingState, facts: BookingFacts, text: string): Answered {
  const step = nextStep(state, facts);
  const said = text.trim();
  if (/^back$/i.test(said)) return done(go(steppedBack(state, step)));
  const choice = choiceNamed(choicesAt(step, state, facts), said);
  if (choice) return chosen(state, facts, choice.id);
  if (step === 'field') return answeringField(state, facts, said);
  if (yesOrNo(said) === 'no') return done({ kind: 'stop' });
  return lasting(state, facts, said) ?? stepAnswered(state, facts, said);
}

function stepAnswered(state: BookingState, facts: BookingFacts, said: string): Answered {
  switch (nextStep(state, facts)) {
    case 'zone':
      return inZone(state, said);
    case 'day':
    case 'time':
      return wishing(state, facts, said);
    case 'confirm':
      return confirming(state, facts, said);
    default:
      return refusedWith(say('book:chooseOne'));
  }
}

/** Takes a choice by its id, as a select or a button hands it over. */
export function chosen(state: BookingState, facts: BookingFacts, id: string): Answered {
  const step = nextStep(state, facts);
  return step === 'field' ? answeringField(state, facts, id) : done(decided(state, step, id));
}

function decided(state: BookingState, step: Exclude<BookingStep, 'field'>, id: string): Turn {
  switch (step) {
    case 'person':
      return go({ ...state, hostId: id });
    case 'existing':
      return id === 'another'
        ? go({ ...state, isAnother: true })
        : { kind: 'move', uid: id.slice('move:'.length) };
    case 'calendar':
      return go({ ...state, calendarId: id });
    case 'duration':
      return go({ ...state, durationMinutes: Number(id) });
    case 'zone':
      return go(inZoneOf(state, id));
    case 'day':
      return go(chosenDay(state, id));
    case 'time':
      return go(chosenTime(state, id));
    case 'confirm':
      if (id === 'yes') return { kind: 'write' };
      return id === 'stop' ? { kind: 'stop' } : go(anotherTime(state));
  }
}

/** `45 min`, once it is known what they book; null for other words. */
function lasting(state: BookingState, facts: BookingFacts, said: string): Answered | null {
  const minutes = state.calendarId === null ? null : lengthSaid(said, state.durationMinutes);
  if (minutes === null) return null;
  const durations = state.movingUid === null ? offeredLengths(state, facts) : [];
  if (durations.includes(minutes)) return done(go({ ...state, durationMinutes: minutes }));
  const { durationMinutes: kept } = state;
  return refusedWith(
    otherLength(minutes, durations.length > 0 || kept === null ? durations : [kept]),
  );
}

/** To somebody who is asked how long, a mere number is an answer; to others a length says its unit. */
function lengthSaid(said: string, known: number | null): number | null {
  const words = plainWords(said);
  const length = lengthIn(words);
  if (length?.text === words) return length.minutes;
  const minutes = known === null ? parseMinutes(words) : null;
  return minutes?.ok && minutes.value > 0 ? minutes.value : null;
}

function inZone(state: BookingState, said: string): Answered {
  const zone = parseTimeZone(said);
  return zone.ok ? done(go(inZoneOf(state, zone.value))) : zone;
}

function wishing(state: BookingState, facts: BookingFacts, said: string): Answered {
  const start = typedStart(state, facts, said);
  if (start !== null) {
    if (isFree(facts.days, start)) return done(go({ ...state, start, wish: null }));
    return refusedWith(notFree(facts, start).join(' '));
  }
  const wish = typedWish(state, facts, said);
  return wish.ok ? done(go({ ...anotherTime(state), wish: wish.value })) : wish;
}

function answeringField(state: BookingState, facts: BookingFacts, said: string): Answered {
  const field = openField(state, facts);
  if (!field) return done(go(state));
  // Where it can be skipped, that is a choice and does not come here.
  if (field.isRequired && /^skip$/i.test(said)) return refusedWith(say('book:cannotSkip'));
  const isAgreed = field.proposal !== null && yesOrNo(said) === 'yes';
  const value = readField(field, isAgreed ? field.proposal : said);
  if (!value.ok) return value;
  return done(go({ ...state, answers: { ...state.answers, [field.id]: value.value } }));
}

/** Anything but a yes writes nothing: a field can still be corrected, and another time be named. */
function confirming(state: BookingState, facts: BookingFacts, said: string): Answered {
  if (yesOrNo(said) === 'yes' || /^book(?: it)?$/i.test(said)) return done({ kind: 'write' });
  const [, word = '', rest = ''] = /^(\S+?)[:=]?\s+(.+)$/s.exec(said) ?? [];
  const named = word.toLowerCase().replace('-', '');
  const field = facts.fields.find(({ id, label }) => [id, label.toLowerCase()].includes(named));
  if (field) {
    const value = readField(field, rest);
    if (!value.ok) return value;
    return done(go({ ...state, answers: { ...state.answers, [field.id]: value.value } }));
  }
  const wish = typedWish(state, facts, said);
  return wish.ok
    ? done(go({ ...anotherTime(state), wish: wish.value }))
    : refusedWith(say('book:yesOrStop'));
}

/** Takes the latest decision back. */
function steppedBack(state: BookingState, step: BookingStep): BookingState {
  const latest = Object.keys(state.answers).at(-1);
  if ((step === 'field' || step === 'confirm') && latest !== undefined) {
    const { [latest]: _forgotten, ...answers } = state.answers;
    return { ...state, answers };
  }
  if (state.start !== null) return { ...state, start: null };
  if (state.date !== null) return anotherTime(state);
  if (state.movingUid !== null) return state;
  if (state.durationMinutes !== null && state.calendarId !== null) {
    return { ...anotherTime(state), durationMinutes: null, calendarId: null };
  }
  return { ...anotherTime(state), calendarId: null, hostId: null, isAnother: false };
}
