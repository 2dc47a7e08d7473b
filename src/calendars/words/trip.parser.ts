import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import type { DateContext } from './date.parser.js';
import { describeDates, parseDates } from './dates.parser.js';
import { plainWords, quoted } from './plain-words.js';
import { parseTimeZone } from './time-zone.parser.js';
import type { Trip } from './trips.js';

/** No zone and no dates together have more words. */
const MOST_WORDS = 16;

/** Reads `Asia/Tokyo 3-9 may`, `new york next week`, `3-9 may in tokyo`. */
export function parseTrip(text: string, context: DateContext): Outcome<Trip, SentenceProblem> {
  const words = plainWords(text)
    .replaceAll('\n', ' ')
    .split(' ')
    .filter((word) => word !== '');
  const unreadable = refusedWith(say('words:trip.unreadable', { text: quoted(text) }));
  if (words.length > MOST_WORDS) return unreadable;
  let problem: Outcome<Trip, SentenceProblem> = unreadable;
  for (let at = 1; at < words.length; at += 1) {
    const [first, last] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const trip = tripOf(first, last, context) ?? tripOf(last, first, context);
    if (trip?.ok) return trip;
    problem = trip ?? problem;
  }
  return problem;
}

/** `Asia/Tokyo Sun 3 May 2026 – Sat 9 May 2026`: a text that `parseTrip` reads back. */
export const describeTrip = (trip: Trip): string => `${trip.timeZone} ${describeDates(trip)}`;

/** Null when the first part names no zone. */
function tripOf(
  place: string,
  dates: string,
  context: DateContext,
): Outcome<Trip, SentenceProblem> | null {
  const zone = parseTimeZone(place.replace(/^(?:in|to) /, '').replace(/[,:]$/, ''));
  if (!zone.ok) return null;
  const range = parseDates(dates.replace(/^(?:on|from) /, '').replace(/[,:]$/, ''), context);
  return range.ok ? done({ ...range.value, timeZone: zone.value }) : range;
}
