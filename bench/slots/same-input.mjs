// One question in the words of each engine. All of it is made before the clock starts, so that no
// engine is charged for a translation.
import { DateTime } from 'luxon';

const ZONE = 'America/New_York';
const HALF_HOUR = 30 * 60_000;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/**
 * Half-hour meetings, Mon–Fri 09:00–17:00 in New York, from Monday 2 March 2026 (so over the change to
 * summer time). The busy events are half hours too and lie on the grid, in random order, some of them
 * twice: there all three engines mean the same. One half hour in ten stays free of events.
 */
export function sameInput({ days, events, seed }) {
  const random = seeded(seed);
  const first = DateTime.fromISO('2026-03-02', { zone: ZONE });
  const from = first.toMillis();
  const to = first.plus({ days }).toMillis();
  const halfHours = Array.from({ length: (to - from) / HALF_HOUR }, (_, index) => index);
  const eventful = halfHours.filter((index) => index % 10 !== 3);
  const busy = Array.from({ length: events }, () => {
    const start = from + eventful[Math.floor(random() * eventful.length)] * HALF_HOUR;
    return { start, end: start + HALF_HOUR };
  });
  return inputFor({ from, to, busy });
}

/** One day with an event of seven minutes at 10:00, where the engines mean different things. */
export function offGridInput() {
  const from = DateTime.fromISO('2026-03-02', { zone: ZONE }).toMillis();
  const start = from + 10 * 3_600_000;
  return inputFor({ from, to: from + 86_400_000, busy: [{ start, end: start + 7 * 60_000 }] });
}

function inputFor({ from, to, busy }) {
  const iso = (instant) => new Date(instant).toISOString();
  return {
    request: {
      schedule: {
        timeZone: ZONE,
        weekly: [{ weekdays: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }],
        overrides: [],
      },
      rules: {
        durationMinutes: 30,
        startIncrementMinutes: 30,
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
        minimumNoticeMinutes: 0,
      },
      busy,
      bookings: [],
      now: from,
      from,
      to,
    },
    slotCalculator: {
      from: iso(from),
      to: iso(to),
      duration: 30,
      outputTimezone: ZONE,
      availability: WEEKDAYS.map((text) => ({
        day: { text, locale: 'en-US' },
        from: '09:00',
        to: '17:00',
        timezone: ZONE,
      })),
      unavailability: busy.map(({ start, end }) => ({ from: iso(start), to: iso(end) })),
    },
  };
}

/** Mulberry32: small, seeded, good enough to scatter events. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
