import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { BOOKING_STATUSES, CHANGEABLE_STATUSES } from './booking-status.js';

describe('the states of a booking', () => {
  it('can be changed only while somebody still comes', () => {
    expect(CHANGEABLE_STATUSES).toEqual(['pending', 'confirmed']);
  });

  it('are those that the database allows', () => {
    const migration = readFileSync(
      new URL('../../migrations/20261122-01-spine.ts', import.meta.url),
      'utf8',
    );
    const allowed = /status in\s+\(([^)]+)\)\),/.exec(migration)?.[1]?.match(/\w+/g);
    expect(allowed?.sort()).toEqual([...BOOKING_STATUSES].sort());
  });
});
