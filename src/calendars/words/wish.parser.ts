import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { namesDates, parseDates } from './dates.parser.js';
import { type DateContext, unreadableWords } from './date.parser.js';
import { plainWords } from './plain-words.js';
import { saidZone } from './said-zone.js';
import { instantsOf, localDateOf, type LocalDate, type LocalTime } from '../../slots/wall-clock.js';
import { describeWhen, namesWhen, parseWhen, readingAt, type WhenReading } from './when.parser.js';
import { withoutSlips } from './when-slips.js';

export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** When somebody would like to meet, as exactly as they said it. */
export interface Wish {
  /** First and last day, both included; null for any day. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly part: DayPart | null;
  /** One exact time, epoch milliseconds. */
  readonly at: number | null;
  /** Another one that may be meant as well: 17:00 by `5`. */
  readonly orAt: number | null;
  /** What clocks show at the exact time, where that was said; null for `in 2 hours` and the like. */
  readonly clock: LocalTime | null;
}

/** No exact time. */
export const NO_EXACT_TIME = { at: null, orAt: null, clock: null } as const;

const PART = /\b(?:(?:in|during) the |this )?(morning|afternoon|evening)s?\b|\b(tonight)\b/;
const THIS_PART = /\bthis (?:morning|afternoon|evening)\b|\btonight\b/;

/** Reads `tomorrow afternoon`, `next week`, `tuesday 15:00`, `evening`. */
export function parseWish(text: string, context: DateContext): Outcome<Wish, SentenceProblem> {
  const whole = plainWords(text).replaceAll('\n', ' ');
  const said = saidZone(whole);
  if (said?.zone.ok === false) return said.zone;
  const words = said?.rest ?? whole;
  const zone = said?.zone.value ?? null;
  const { now, day = null } = context;
  if (zone !== null) return elsewhere(words, { ...{ now, day }, timeZone: zone }, text);
  const exact = parseWhen(words, context);
  if (exact.ok) return stillAhead(exact.value, context);
  const { part, rest } = splitPart(words);
  if (rest === '' && part === null) return unreadableWords(text, 'when');
  if (rest === '') {
    const today = THIS_PART.test(words) ? localDateOf(context.timeZone, context.now) : null;
    return done({ from: today, to: today, part, ...NO_EXACT_TIME });
  }
  const dates = parseDates(rest, context);
  // Where a time of day was read but does not work, its own sentence says more than "no date".
  if (!dates.ok) return /\d[:h]\d|[ap]m$|\bat \d{1,2}$/.test(words) ? exact : dates;
  return done({ ...dates.value, part, ...NO_EXACT_TIME });
}

/** An exact time by the clocks of another place; a day or a part of it there would be another one here. */
function elsewhere(
  words: string,
  there: DateContext,
  text: string,
): Outcome<Wish, SentenceProblem> {
  const exact = parseWhen(words, there);
  const wish = exact.ok ? stillAhead(exact.value, there) : unreadableWords(text, 'when');
  return wish.ok ? done({ ...wish.value, clock: null }) : wish;
}

/** What was said by clocks that were guessed, by those that it was meant by. */
export function byClocksOf(timeZone: string, wish: Wish): Wish {
  const { from, at, orAt, clock } = wish;
  const [meant] = from !== null && clock !== null ? instantsOf(timeZone, from, clock) : [];
  if (meant === undefined || at === null) return wish;
  return { ...wish, at: meant, orAt: orAt === null ? null : orAt + meant - at };
}

/** Nobody can meet in the past, and a wish for it leads nowhere. */
function stillAhead(
  { at, orAt, date, time, isByClock }: WhenReading,
  { now, timeZone, zoneOn }: DateContext,
): Outcome<Wish, SentenceProblem> {
  const days = { from: date, to: date, part: null };
  const clock = isByClock ? time : null;
  if (at > now) return done({ ...days, at, orAt, clock });
  if (orAt !== null && orAt > now) {
    return done({ ...days, at: orAt, orAt: null, clock: readingAt(orAt, timeZone).time });
  }
  const when = describeWhen(at, zoneOn?.(date) ?? timeZone);
  return refusedWith(say('words:until.over', { when }));
}

/** Whether a text says when at all, whenever that is. */
export function namesWish(text: string): boolean {
  const words = plainWords(text).replaceAll('\n', ' ');
  const { part, rest } = splitPart(saidZone(words)?.rest ?? words);
  return rest === '' ? part !== null : namesDates(rest) || (part === null && namesWhen(rest));
}

/** The part of the day in which an hour (0–23) lies. */
export function dayPartOf(hour: number): DayPart {
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

/** The part of the day that words name, and what else they say. */
function splitPart(words: string): { readonly part: DayPart | null; readonly rest: string } {
  const rest = words.replace(PART, ' ').replace(/^(?:[\s,]|on\b|in\b|the\b)+|[\s,]+$/g, '');
  return { part: partNamed(PART.exec(words)), rest: rest.trim() };
}

function partNamed(match: RegExpExecArray | null): DayPart | null {
  if (match?.[2] !== undefined) return 'evening';
  return DAY_PARTS.find((part) => part === match?.[1]) ?? null;
}

/** Mended slips make a wish of it. */
export function resemblesWish(text: string): boolean {
  const meant = withoutSlips(text);
  return meant !== null && namesWish(meant);
}
