import { describe, expect, it } from '@jest/globals';
import type { ProblemName } from '../shared/problem.js';
import { problemMessage } from './problem-message.mapper.js';

const told = (name: ProblemName, url: string, method = 'GET') =>
  problemMessage({ name, detail: '' }, { method, url, isMailed: true });

describe('a problem in a page', () => {
  it('of a booking is that of a link, whatever else may be wrong with it', () => {
    expect(told('not-found', '/b/x?t=y')).toEqual({ kind: 'bad-link', isMailed: true });
    expect(told('not-found', '/book')).toEqual({ kind: 'unknown' });
  });

  it('says that nothing was saved only to somebody who sent something', () => {
    expect(told('unavailable', '/ada/x?h=12')).toEqual({
      kind: 'unavailable',
      retry: '/ada/x?h=12',
    });
    expect(told('unavailable', '/ada/x/bookings', 'POST')).toEqual({ kind: 'not-saved' });
  });

  it('says that the first of two equal forms is still being worked on', () => {
    expect(told('idempotency-conflict', '/ada/x/bookings', 'POST')).toEqual({
      kind: 'still-working',
    });
  });

  it('does not say that nothing was changed where nobody knows', () => {
    const problem = { name: 'unavailable', detail: '', members: { outcome: 'unknown' } } as const;
    const asked = { method: 'POST', url: '/ada/x/bookings', isMailed: true };
    expect(problemMessage(problem, asked)).toEqual({ kind: 'not-certain' });
  });

  it('leads back to the start of a form, and to no other place', () => {
    expect(told('malformed', '/ada/x/book?start=1')).toEqual({ kind: 'malformed', back: '/ada/x' });
    expect(told('too-large', '/ada/x/bookings', 'POST')).toMatchObject({ back: '/ada/x' });
    for (const url of ['//evil.tld/book', '/\\evil/x/book', '/b/x/cancel?t=y', '/ada/book']) {
      expect(told('malformed', url)).toEqual({ kind: 'malformed', back: undefined });
    }
  });
});
