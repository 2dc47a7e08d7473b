import { describe, expect, it } from '@jest/globals';
import { serverFailure } from './server-failure.js';

describe('the reason why the server gave up', () => {
  it('is a full disk when it says so', () => {
    const said = 'FATAL:  could not write lock file "postmaster.pid": No space left on device';
    const failure = serverFailure(said, '/data/postgres');
    expect(failure.code).toBe('disk-full');
    expect(failure.message).toMatch(/^There is no space left on the disk of \/data\/postgres\./);
  });

  it('is otherwise what it said last', () => {
    const failure = serverFailure('LOG:  one\nFATAL:  two\n', '/data/postgres');
    expect(failure.code).toBe('database-start');
    expect(failure.message).toContain('FATAL:  two');
  });
});
