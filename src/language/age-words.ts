import { say } from './say.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something has lasted, in whole units: `3 minutes`. Milliseconds. */
export function ageWords(length: number): string {
  if (length < MINUTE) return say('status:age.now');
  if (length < HOUR) return say('status:age.minutes', { count: Math.floor(length / MINUTE) });
  if (length < 2 * DAY) return say('status:age.hours', { count: Math.floor(length / HOUR) });
  return say('status:age.days', { count: Math.floor(length / DAY) });
}
