import {
  type HostClocks,
  hostReading,
  zoneAt,
  zoneOn,
} from '../../../../src/calendars/settings/zone-at.js';
import { describeDate } from '../../../../src/calendars/words/local-date.js';
import {
  localTime,
  MINUTES_PER_DAY,
  parseTimeOfDay,
} from '../../../../src/calendars/words/time-of-day.parser.js';
import { type DayPart, parseWish, type Wish } from '../../../../src/calendars/words/wish.parser.js';
import { say } from '../../../../src/language/say.js';
import type { Outcome } from '../../../../src/shared/outcome.js';
import type { SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import { instantsOf, localDateOf } from '../../../../src/slots/wall-clock.js';
import type { OfferedDay } from '../booking/booking-facts.js';
import type { Settled } from '../talk.js';
import { dayTalkedOf, type TimeState } from './time-state.js';

/** What the world says to the choice of a time. */
export interface TimeFacts {
  /** Epoch milliseconds. */
  readonly now: number;
  /** By which the chooser reads and writes times. */
  readonly clocks: HostClocks;
  /** Days that have times, as those clocks show them. */
  readonly days: readonly OfferedDay[];
  /** Why the exact time that was wished for is not among them, where that is known. */
  readonly whyNot: string | null;
}

const quiet = <State>(state: State): Settled<State> => ({ state, notes: [] });

/** Decides what leaves no choice: the time that was wished for, and a day whose last time has gone. */
export function settleTime<State extends TimeState>(
  state: State,
  facts: TimeFacts,
): Settled<State> {
  if (state.start !== null) return quiet(state);
  return state.date === null ? followWish(state, facts) : keepDay(state, facts);
}

function keepDay<State extends TimeState>(state: State, { days }: TimeFacts): Settled<State> {
  const { date } = state;
  if (date === null || days.some((day) => day.date === date)) return quiet(state);
  return { state: { ...state, date: null, wish: null }, notes: [noTimes(date)] };
}

function followWish<State extends TimeState>(state: State, facts: TimeFacts): Settled<State> {
  const { wish, timeZone } = state;
  if (wish === null || timeZone === null) return quiet(state);
  const at = likelyTime(wish, facts.days);
  if (at !== null) return followTime(state, at, facts);
  const { from, to } = wish;
  const inRange = facts.days.filter(({ date }) => isWithin(date, from, to));
  const [first, second] = inRange;
  if (!first) {
    const skippedDays = facts.days.filter(({ date }) => from !== null && date < from).length;
    return { state: { ...state, wish: null, skippedDays }, notes: noneBetween(wish) };
  }
  const { part } = wish;
  if (part !== null && !inRange.some(({ times }) => times.some((time) => time.part === part))) {
    return { state: { ...state, wish: { ...wish, part: null } }, notes: [noneInPart(part, wish)] };
  }
  return second ? quiet(state) : quiet({ ...state, date: first.date });
}

function noneInPart(part: DayPart, wish: Wish): string {
  const words = say(`book:inPart.${part}`);
  if (wish.from === null) return say('book:nonePart', { part: words });
  return say('book:nonePartOn', { part: words, dates: datesOf(wish) });
}

function noneBetween({ from, to }: Wish): string[] {
  if (from === null) return [];
  if (from === to) return [noTimes(from)];
  return [say('book:noneBetween', { dates: datesOf({ from, to }) })];
}

const datesOf = ({ from, to }: Pick<Wish, 'from' | 'to'>): string =>
  [...new Set([from, to])]
    .filter((date) => date !== null)
    .map(describeDate)
    .join(' – ');

function followTime<State extends TimeState>(
  state: State,
  at: number,
  facts: TimeFacts,
): Settled<State> {
  const { days, clocks } = facts;
  const date = localDateOf(zoneAt(clocks, at), at);
  if (isFree(days, at)) return quiet({ ...state, date, start: at, wish: null });
  if (days.some((one) => one.date === date)) {
    return { state: { ...state, date, wish: null }, notes: notFree(facts, at) };
  }
  const skippedDays = days.filter((one) => one.date < date).length;
  const notes = [noTimes(date), ...nearestFree(facts, at)];
  return { state: { ...state, wish: null, skippedDays }, notes };
}

/** The exact time that is meant; of two that may be, the earlier one only where it can be had. */
export function likelyTime(
  { at, orAt }: Pick<Wish, 'at' | 'orAt'>,
  days: readonly OfferedDay[],
): number | null {
  return orAt === null || (at !== null && isFree(days, at)) ? at : orAt;
}

const MOST_NEAREST = 3;

/** Why a time cannot be had, as far as that is known, and which can. */
export const notFree = (facts: TimeFacts, at: number): string[] => [
  facts.whyNot ?? say('book:notFreeThen'),
  ...nearestFree(facts, at),
];

/** The free times nearest to one that is not, in the order of the days. */
function nearestFree({ days, clocks }: TimeFacts, at: number): string[] {
  const own = localDateOf(zoneAt(clocks, at), at);
  const times = days
    .flatMap(({ date, times: all }) => all.map(({ start, label }) => ({ date, start, label })))
    .toSorted((one, other) => Math.abs(one.start - at) - Math.abs(other.start - at))
    .slice(0, MOST_NEAREST)
    .toSorted((one, other) => one.start - other.start)
    .map(({ date, label }) => (date === own ? label : `${describeDate(date)}, ${label}`));
  return times.length === 0 ? [] : [say('book:nearest', { times: times.join(' · ') })];
}

export const isFree = (days: readonly OfferedDay[], at: number): boolean =>
  days.some(({ times }) => times.some(({ start }) => start === at));

/** The days that are in question: those that fit the wish, or all when none fits. */
export function wishedDays({ wish }: TimeState, { days }: TimeFacts): readonly OfferedDay[] {
  if (wish === null) return days;
  const inRange = days.filter(({ date }) => isWithin(date, wish.from, wish.to));
  const { part } = wish;
  const fitting = inRange.filter(({ times }) => times.some((time) => time.part === part));
  if (part !== null && fitting.length > 0) return fitting;
  return inRange.length > 0 ? inRange : days;
}

const isWithin = (date: string, from: string | null, to: string | null): boolean =>
  (from === null || date >= from) && (to === null || date <= to);

const noTimes = (date: string): string => say('book:noneOn', { date: describeDate(date) });

/** A start on the chosen day that was typed as a time of day; null when no day is chosen or none was. */
export function typedStart(
  { date }: TimeState,
  { days, clocks }: TimeFacts,
  said: string,
): number | null {
  const time = parseTimeOfDay(said.replace(/^(?:at\b|@) ?/i, ''));
  if (!time.ok || date === null) return null;
  const { minutes, mayBeLater } = time.value;
  const times = days.find((day) => day.date === date)?.times;
  const startOf = (label: string): number | null =>
    times?.find((one) => one.label === label)?.start ??
    instantsOf(zoneOn(clocks, date), date, label)[0] ??
    null;
  const later = mayBeLater ? startOf(localTime(minutes + MINUTES_PER_DAY / 2)) : null;
  return likelyTime({ at: startOf(localTime(minutes)), orAt: later }, days);
}

/** Free words about when; a weekday is the next one, and so is an hour where no day is talked about. */
export const typedWish = (
  state: TimeState,
  { now, clocks }: TimeFacts,
  said: string,
): Outcome<Wish, SentenceProblem> => parseWish(said, hostReading(clocks, now, dayTalkedOf(state)));
