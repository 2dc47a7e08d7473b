import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { describeMinutes, parseMinutes } from './duration.parser.js';
import { plainWords, quoted } from './plain-words.js';

/** How many meetings, and how many minutes of meetings, a period takes. */
export interface PeriodLimit {
  readonly count?: number;
  readonly minutes?: number;
}

/** What a local day, a week (from Monday) and a month take at most; what is left out has no limit. */
export interface SlotLimits {
  readonly perDay?: PeriodLimit;
  readonly perWeek?: PeriodLimit;
  readonly perMonth?: PeriodLimit;
}

const PERIODS = { day: 'perDay', week: 'perWeek', month: 'perMonth' } as const;
type PeriodName = keyof typeof PERIODS;
const PERIOD_NAMES: readonly PeriodName[] = ['day', 'week', 'month'];

const NOTHING = /^(?:off|none|no|no limits?|unlimited)$/;
const PART =
  /(.+?) ?(?:(?:\/|\b(?:a|per|each|every) )(day|week|month)|\b(dai|week|month)ly)(?:[ ,;+&]+(?:and )?|$)/y;
const NUMBERS: Readonly<Record<string, number>> = {
  ...{ once: 1, one: 1, twice: 2, two: 2, three: 3, four: 4, five: 5 },
};

/** Reads `3 a day`, `5 a week and 10h a month`, `2h a day`, `once a day`, `off`. */
export function parseLimits(text: string): Outcome<SlotLimits, SentenceProblem> {
  const words = plainWords(text).replaceAll('\n', ' ');
  if (NOTHING.test(words)) return done({});
  const parts = partsOf(words);
  if (parts === null) return unreadable(text);
  let limits: SlotLimits = {};
  for (const { period, amount } of parts) {
    const limit = amountOf(amount);
    if (limit === null) return unreadable(text);
    const name = PERIODS[period];
    limits = { ...limits, [name]: { ...limits[name], ...limit } };
  }
  return done(limits);
}

/** `3 a day, 10 h a month`: a text that `parseLimits` reads back. */
export function describeLimits(limits: SlotLimits): string {
  const parts = PERIOD_NAMES.flatMap((period) => {
    const { count, minutes } = limits[PERIODS[period]] ?? {};
    const amounts = [
      ...(count === undefined ? [] : [String(count)]),
      ...(minutes === undefined ? [] : [describeMinutes(minutes)]),
    ];
    return amounts.map((amount) => say(`words:limit.${period}`, { amount }));
  });
  return parts.length === 0 ? say('settings:none') : parts.join(', ');
}

const unreadable = (text: string) =>
  refusedWith(say('words:limit.unreadable', { text: quoted(text) }));

interface Part {
  readonly amount: string;
  readonly period: PeriodName;
}

/** Null when the words are not parts from end to end. */
function partsOf(words: string): readonly Part[] | null {
  const pattern = new RegExp(PART);
  const parts: Part[] = [];
  while (pattern.lastIndex < words.length) {
    const [, amount = '', named, adverb] = pattern.exec(words) ?? [];
    const period = PERIOD_NAMES.find(
      (name) => name === (adverb === 'dai' ? 'day' : (named ?? adverb)),
    );
    if (period === undefined) return null;
    parts.push({ amount, period });
  }
  return parts.length === 0 ? null : parts;
}

/** A bare number counts meetings; with a unit it is their length together. */
function amountOf(text: string): PeriodLimit | null {
  const words = text
    .replace(/^(?:at most|up to|most|max(?:imum)?) /, '')
    .replace(/ (?:meetings?|bookings?|appointments?)$/, '');
  const count = Object.hasOwn(NUMBERS, words) ? NUMBERS[words] : undefined;
  if (count !== undefined) return { count };
  if (/^\d{1,6}$/.test(words)) return { count: Number(words) };
  const minutes = parseMinutes(words);
  return minutes.ok ? { minutes: minutes.value } : null;
}
