import { describe, expect, it } from '@jest/globals';
import { statusOf } from '../shared/problem.js';
import type { BookingProblem } from './booking.errors.js';
import { bookingProblem } from './booking-problem.mapper.js';

const FREE = [
  { start: Date.parse('2027-02-01T09:00:00Z'), end: Date.parse('2027-02-01T09:30:00Z') },
];
const SHOWN = [{ start: '2027-02-01T09:00:00.000Z', end: '2027-02-01T09:30:00.000Z' }];

const problems: readonly [BookingProblem, number, string, object?][] = [
  [{ kind: 'not-found' }, 404, 'not-found'],
  [{ kind: 'calendar-off' }, 410, 'calendar-off'],
  [{ kind: 'calendar-paused', until: null }, 409, 'calendar-paused', { pausedUntil: null }],
  [{ kind: 'slot-taken', alternatives: FREE }, 409, 'slot-taken', { alternatives: SHOWN }],
  [
    { kind: 'slot-not-offered', step: 'notice', alternatives: FREE },
    ...([422, 'slot-not-offered', { reason: 'notice', alternatives: SHOWN }] as const),
  ],
  [
    { kind: 'booking-closed', status: 'cancelled' },
    ...([409, 'booking-closed', { bookingStatus: 'cancelled' }] as const),
  ],
  [
    { kind: 'booking-changed', start: FREE[0]?.start ?? 0 },
    ...([409, 'booking-changed', { start: SHOWN[0]?.start }] as const),
  ],
  [{ kind: 'idempotency-conflict' }, 422, 'idempotency-conflict'],
  [{ kind: 'idempotency-waiting' }, 409, 'idempotency-conflict'],
  [{ kind: 'unavailable', retryAfterSeconds: 2 }, 503, 'unavailable'],
  [
    { kind: 'unavailable', retryAfterSeconds: 5, isUncertain: true },
    ...([503, 'unavailable', { outcome: 'unknown' }] as const),
  ],
];

describe('a booking problem', () => {
  it.each(problems)('%j is told as %i %s', (problem, status, name, ...members) => {
    const told = bookingProblem(problem);
    expect([statusOf(told), told.name, told.members]).toEqual([status, name, members[0]]);
    expect(told.detail).toMatch(/^[A-Z].*\.$/);
  });

  it('says how long to wait where waiting helps', () => {
    const waits = [
      bookingProblem({ kind: 'unavailable', retryAfterSeconds: 2 }),
      bookingProblem({ kind: 'idempotency-waiting' }),
    ];
    expect(waits.map(({ retryAfterSeconds }) => retryAfterSeconds)).toEqual([2, 1]);
  });

  it('has a sentence for every way in which a booking is closed', () => {
    const statuses = [
      'cancelled',
      'declined',
      'expired',
      'confirmed',
      'showed',
      'no_show',
    ] as const;
    const details = statuses.map(
      (status) => bookingProblem({ kind: 'booking-closed', status }).detail,
    );
    expect(new Set(details).size).toBe(4);
  });
});
