import { describeDate } from '../../../../src/calendars/words/local-date.js';
import { DAY_PARTS, NO_EXACT_TIME } from '../../../../src/calendars/words/wish.parser.js';
import { say } from '../../../../src/language/say.js';
import type { Choice } from '../../message.js';
import type { OfferedTime } from '../booking/booking-facts.js';
import { type TimeFacts, wishedDays } from './time-choice.dialogue.js';
import { anotherTime, type TimeState } from './time-state.js';

/** Days at once: a select of every platform holds so many, and a terminal shows them without scrolling. */
const DAYS_AT_ONCE = 10;

/** The days that can be chosen, a page of them. */
export function dayChoices(state: TimeState, facts: TimeFacts): Choice[] {
  const days = wishedDays(state, facts);
  const { skippedDays: from } = state;
  const shown = days.slice(from, from + DAYS_AT_ONCE);
  const earlier = from > 0 ? [{ id: 'earlier', label: say('book:choice.earlier') }] : [];
  const isMore = days.length > from + DAYS_AT_ONCE;
  const later = isMore ? [{ id: 'later', label: say('book:choice.later') }] : [];
  return [
    ...shown.map(({ date }) => ({ id: date, label: describeDate(date) })),
    ...earlier,
    ...later,
  ];
}

/** The times of the chosen day; only those of the part of the day that was wished for, if it has some. */
export function timeChoices({ date, wish }: TimeState, { days }: TimeFacts): Choice[] {
  const all = days.find((day) => day.date === date)?.times ?? [];
  const wished = all.filter(({ part }) => part === wish?.part);
  const isNarrowed = wished.length > 0 && wished.length < all.length;
  const shown = DAY_PARTS.flatMap((part) =>
    (isNarrowed ? wished : all).filter((time) => time.part === part),
  );
  return [
    ...shown.map(timeChoice),
    ...(isNarrowed ? [{ id: 'all', label: say('book:choice.allTimes') }] : []),
    { id: 'days', label: say('book:choice.days') },
  ];
}

/** A time by its part of the day. */
export const timeChoice = ({ start, label, part }: OfferedTime): Choice => ({
  id: String(start),
  label,
  group: say(`book:part.${part}`),
});

export function chosenDay<State extends TimeState>(state: State, id: string): State {
  const { skippedDays, wish } = state;
  if (id === 'later') return { ...state, skippedDays: skippedDays + DAYS_AT_ONCE };
  if (id === 'earlier') return { ...state, skippedDays: Math.max(0, skippedDays - DAYS_AT_ONCE) };
  const part = wish?.part ?? null;
  return { ...state, date: id, wish: part && { from: null, to: null, part, ...NO_EXACT_TIME } };
}

export function chosenTime<State extends TimeState>(state: State, id: string): State {
  if (id === 'all') return { ...state, wish: null };
  if (id === 'days') return anotherTime(state);
  return { ...state, start: Number(id), wish: null };
}

/** The choice that was typed by its number, its label or the beginning of it; null when none was. */
export function choiceNamed(choices: readonly Choice[], said: string): Choice | null {
  const wanted = said.toLowerCase();
  if (wanted === '') return null;
  const exact =
    choices.find(({ id, label }) => id === said || label.toLowerCase() === wanted) ??
    choices.find((_choice, index) => String(index + 1) === wanted);
  if (exact) return exact;
  const starting = choices.filter(({ label }) => label.toLowerCase().startsWith(wanted));
  const isName = wanted.length > 2 && !/\d/.test(wanted) && starting.length === 1;
  return isName ? (starting[0] ?? null) : null;
}
