import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import type { LocalTime } from '../../slots/wall-clock.js';
import { plainWords, quoted } from './plain-words.js';

/** Minutes since local midnight, 0 to 1440, and whether am or pm was written. */
export interface TimeOfDay {
  readonly minutes: number;
  readonly hasMeridiem: boolean;
  /** Half a day later is likelier meant: `5` and `5:30`, and neither `05:00` nor `5h`. */
  readonly mayBeLater: boolean;
}

export const MINUTES_PER_DAY = 1_440;
const CLOCK = /^(\d{1,2})(?:[:.h](\d{1,2})|h)? ?(am?|pm?|a\.m\.?|p\.m\.?)?$/;
/** Before seven hardly anybody meets. */
const EARLY = /^[1-6](?:[:.]\d{2})?$/;
const COMPACT = /^(\d{2})(\d{2})$/;

/** Reads `9`, `9:30`, `9.30`, `9h30`, `0930`, `9am`, `5 pm`, `noon`, `17:00`, `24:00`. */
export function parseTimeOfDay(text: string): Outcome<TimeOfDay, SentenceProblem> {
  const words = plainWords(text);
  if (words === 'noon')
    return done({ minutes: MINUTES_PER_DAY / 2, hasMeridiem: true, mayBeLater: false });
  if (words === 'midnight') return done({ minutes: 0, hasMeridiem: true, mayBeLater: false });
  const match = CLOCK.exec(words) ?? COMPACT.exec(words);
  if (!match) return refusedWith(say('words:time.unreadable', { text: quoted(text) }));
  const hour = hourOfDay(Number(match[1]), match[3]);
  const minutes = (hour ?? NaN) * 60 + Number(match[2] ?? 0);
  const isPossible = Number(match[2] ?? 0) < 60 && minutes <= MINUTES_PER_DAY;
  if (!isPossible) return refusedWith(say('words:time.impossible', { text: quoted(text) }));
  const mayBeLater = EARLY.test(words);
  return done({ minutes, hasMeridiem: match[3] !== undefined, mayBeLater });
}

/** `HH:mm` of minutes since midnight; minutes of the next day count from its own midnight. */
export function localTime(minutes: number): LocalTime {
  const inDay = minutes > MINUTES_PER_DAY ? minutes - MINUTES_PER_DAY : minutes;
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`;
}

/** Minutes since midnight of a stored local time. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function hourOfDay(hour: number, meridiem: string | undefined): number | null {
  if (meridiem === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (meridiem.startsWith('p') ? 12 : 0);
}
