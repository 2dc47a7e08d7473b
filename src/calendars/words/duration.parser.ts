import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { plainWords, quoted } from './plain-words.js';

/** An amount of one unit, as it was written. */
export interface Amount {
  readonly amount: number;
  readonly unit: DurationUnit;
}

export type DurationUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months';

const UNITS: readonly (readonly [RegExp, DurationUnit])[] = [
  [/^(?:m|mins?|minutes?)$/, 'minutes'],
  [/^(?:h|hrs?|hours?|std|stunden?)$/, 'hours'],
  [/^(?:d|days?)$/, 'days'],
  [/^(?:w|wks?|weeks?)$/, 'weeks'],
  [/^(?:mo|mon|mths?|months?)$/, 'months'],
];

const MINUTES_OF: Readonly<Record<'minutes' | 'hours' | 'days', number>> = {
  minutes: 1,
  hours: 60,
  days: 1_440,
};

const NOTHING = /^(?:none|no|off|zero|never|no (?:break|buffer|notice|offset))$/;
/** Beyond every limit, and small enough to reckon with. */
const MOST_AMOUNT = 9_999_999;
const PIECE = /^(\d+(?:[.,]\d{1,2})?) ?([a-z]+)\.?(?: and | |, )?/;
const CLOCK = /^(\d{1,3}):([0-5]\d)(?: ?h(?:ours)?)?$/;
const HOURS_AND_MINUTES = /^(\d{1,3}) ?h ?([0-5]?\d)(?: ?m(?:in)?)?$/;

/**
 * Minutes of `45`, `45m`, `45 min`, `1h30`, `1 h 30 min`, `1:30`, `1.5h`, `an hour`, `1 day`, `none`.
 * A bare number counts minutes.
 */
export function parseMinutes(text: string): Outcome<number, SentenceProblem> {
  const unreadable = refusedWith(say('words:duration.unreadable', { text: quoted(text) }));
  const amounts = readAmounts(text);
  if (amounts === null) return unreadable;
  const minutes = amounts.map(({ amount, unit }) =>
    unit === 'weeks' || unit === 'months' ? NaN : amount * MINUTES_OF[unit],
  );
  const sum = minutes.reduce((total, part) => total + part, 0);
  return Number.isInteger(sum) ? done(sum) : unreadable;
}

/**
 * The amounts a text names, in its order; null when it names none, or anything else beside them.
 * `in 3 days` and `2 weeks from now` are read as well as `3 days`.
 */
export function readAmounts(text: string): readonly Amount[] | null {
  const words = plainWords(text)
    .replace(/^(?:for|in) /, '')
    .replace(/ (?:from now|later)$/, '')
    .replace(/\bhalf an hour\b/, '30 minutes')
    .replace(/\b(?:an?|one) (?=[a-z])/, '1 ');
  if (NOTHING.test(words)) return [{ amount: 0, unit: 'minutes' }];
  if (/^\d{1,7}$/.test(words)) return [{ amount: Number(words), unit: 'minutes' }];
  const pair = CLOCK.exec(words) ?? HOURS_AND_MINUTES.exec(words);
  if (!pair) return readPieces(words);
  return [
    { amount: Number(pair[1]), unit: 'hours' },
    { amount: Number(pair[2]), unit: 'minutes' },
  ];
}

function readPieces(words: string): readonly Amount[] | null {
  let rest = words;
  let amounts: readonly Amount[] = [];
  while (rest !== '') {
    const piece = PIECE.exec(rest);
    const unit = UNITS.find(([spelling]) => spelling.test(piece?.[2] ?? ''))?.[1];
    if (!piece || !unit) return null;
    const amount = Math.min(Number(piece[1]?.replace(',', '.')), MOST_AMOUNT);
    amounts = [...amounts, { amount, unit }];
    rest = rest.slice(piece[0].length);
  }
  return amounts.length > 0 ? amounts : null;
}

/** `45 min`, `1 h`, `1 h 30 min`: a text that `parseMinutes` reads back. */
export function describeMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return say('words:duration.minutes', { minutes });
  return rest === 0
    ? say('words:duration.hours', { hours })
    : say('words:duration.hoursAndMinutes', { hours, minutes: rest });
}
