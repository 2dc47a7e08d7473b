import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import type { Weekday } from '../../slots/wall-clock.js';
import { nearestWord } from './nearest-word.js';
import { plainWords, quoted } from './plain-words.js';
import { WEEKDAY_WORDS, weekdaysNamed } from './weekday-names.js';

/** A piece of weekly hours as people write them. */
export type HoursToken =
  | { readonly kind: 'days'; readonly days: readonly Weekday[]; readonly text: string }
  | { readonly kind: 'time' | 'closed' | 'allDay' | 'unknown'; readonly text: string }
  | { readonly kind: 'dash' | 'comma' | 'break'; readonly text: string };

const PIECE =
  /[;\n]|[,&+/]|-|\d{1,2}(?:[:.h]\d{1,2}|h)? ?(?:a\.m\.?|p\.m\.?|[ap]m?(?![a-z]))|\d[\d:.]*h?\d*|[^\s,;&+/\d:-]+|\S/g;
const JOINING = new Set(['and', ',', '&', '+', '/']);
const REACHING = new Set(['-', 'to', 'till', 'til', 'until', 'through', 'thru', 'bis']);
const CLOSED = new Set(['closed', 'off', 'none', 'never']);
/** Words that are said but change nothing. */
const FILLING = new Set([':', '@', 'at', 'from', 'between', 'open', 'on', 'hours', 'h', 'uhr']);
/** Phrases of several words, in one word each. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b24 ?\/ ?7\b/g, 'daily allday'],
  [/\b(?:every ?day|all week|each day)\b/g, 'daily'],
  [/\b(?:all[ -]?day|24 ?h(?:ours)?)\b/g, 'allday'],
  [/\b(?:in the )?mornings?\b/g, '00:00-12:00'],
  [/\b(?:in the )?afternoons?\b/g, '12:00-17:00'],
  [/\b(?:in the )?evenings?\b/g, '17:00-24:00'],
];

/** The pieces of hours in text that went through `plainWords`; refused with the first word that is none. */
export function hoursTokens(words: string): Outcome<readonly HoursToken[], SentenceProblem> {
  const tokens = tokensOf(words);
  const strange = tokens.find(({ kind }) => kind === 'unknown');
  return strange ? refusedWith(strangeWord(strange.text)) : done(tokens);
}

/** Whether a text speaks of weekdays or times of day, readable as a whole or not. */
export function namesHours(text: string): boolean {
  return tokensOf(plainWords(text)).some(({ kind }) => kind === 'days' || kind === 'time');
}

function strangeWord(word: string): string {
  const meant = nearestWord(word, [...WEEKDAY_WORDS, ...CLOSED]);
  return meant === null
    ? say('words:hours.strange', { text: quoted(word) })
    : say('words:hours.didYouMean', { text: quoted(word), meant: quoted(meant) });
}

function tokensOf(words: string): readonly HoursToken[] {
  const text = PHRASES.reduce((said, [phrase, word]) => said.replace(phrase, word), words);
  return [...text.matchAll(PIECE)]
    .map(([piece]) => piece)
    .filter((piece) => !FILLING.has(piece))
    .map(tokenOf);
}

function tokenOf(text: string): HoursToken {
  const days = weekdaysNamed(text);
  if (days) return { kind: 'days', days, text };
  if (text === ';' || text === '\n') return { kind: 'break', text };
  if (JOINING.has(text)) return { kind: 'comma', text };
  if (REACHING.has(text)) return { kind: 'dash', text };
  if (CLOSED.has(text)) return { kind: 'closed', text };
  if (text === 'allday') return { kind: 'allDay', text };
  const isTime = /^\d/.test(text) || text === 'noon' || text === 'midnight';
  return { kind: isTime ? 'time' : 'unknown', text };
}
