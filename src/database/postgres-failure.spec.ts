import { describe, expect, it } from '@jest/globals';
import { isLockTimeout, postgresFailure } from './postgres-failure.js';

const withCode = (code: string, message = 'failed'): Error =>
  Object.assign(new Error(message), { code });

describe('what a failed statement means', () => {
  it.each([
    ['a deadlock', '40P01'],
    ['a serialization failure', '40001'],
    ['a lock time-out', '55P03'],
    ['a statement time-out', '57014'],
    ['a shutdown', '57P01'],
    ['a crash of another server process', '57P02'],
    ['a server that starts or recovers', '57P03'],
    ['too many connections', '53300'],
    ['a lost connection', '08006'],
  ])('%s may succeed when repeated', (_name, code) => {
    expect(postgresFailure(withCode(code))).toBe('again');
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'])(
    'a network that says %s may do better soon',
    (code) => {
      expect(postgresFailure(withCode(code))).toBe('again');
    },
  );

  it.each(['ENOTFOUND', 'EAI_AGAIN'])(
    'a name that is not known at the moment (%s) may be back soon: a container that starts anew',
    (code) => {
      expect(postgresFailure(withCode(code))).toBe('again');
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
    'timeout expired',
  ])('“%s” may succeed when repeated', (message) => {
    expect(postgresFailure(new Error(message))).toBe('again');
  });

  it.each(['23P01', '23505'])('%s lost to another row', (code) => {
    expect(postgresFailure(withCode(code))).toBe('conflict');
  });

  it.each([withCode('42703'), withCode('23503'), new Error('oops'), 'text', undefined])(
    'everything else is our mistake: %p',
    (error) => {
      expect(postgresFailure(error)).toBe('fault');
    },
  );

  it('is found however deep it is wrapped', () => {
    const wrapped = (code: string) =>
      new Error('outer', { cause: new Error('inner', { cause: withCode(code) }) });
    expect(postgresFailure(wrapped('40P01'))).toBe('again');
    expect(postgresFailure(wrapped('23P01'))).toBe('conflict');
    expect(isLockTimeout(wrapped('55P03'))).toBe(true);
    expect(isLockTimeout(wrapped('40P01'))).toBe(false);
  });
});
