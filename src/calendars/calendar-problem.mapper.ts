import { say } from '../language/say.js';
import type { Problem } from '../shared/problem.js';

export function noCalendar(): Problem {
  return { name: 'not-found', detail: say('problems:noCalendar') };
}

export function linkUsed(): Problem {
  return { name: 'link-used', detail: say('problems:linkUsed') };
}

export function calendarOff(): Problem {
  return { name: 'calendar-off', detail: say('problems:calendarOff') };
}

/** `until` null: until the host resumes. */
export function calendarPaused(until: Date | null): Problem {
  const pausedUntil = until?.toISOString() ?? null;
  const detail =
    pausedUntil === null
      ? say('problems:calendarPaused')
      : say('problems:calendarPausedUntil', { until: pausedUntil });
  return { name: 'calendar-paused', detail, members: { pausedUntil } };
}
