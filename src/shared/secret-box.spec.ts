import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Env } from '../config/env.js';
import { SecretBox } from './secret-box.js';

const key = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const boxWith = (...keys: readonly string[]): SecretBox =>
  new SecretBox(Env.from({ APP_SECRET: keys.join(',') }));

describe('the secret box', () => {
  const [old, fresh] = [key('k1'), key('k2')];
  const place = 'idempotency_key:sealed_response:1';

  it('opens what it sealed, and seals the same text differently each time', () => {
    const box = boxWith(old);
    const [one, two] = [box.seal('a token', place), box.seal('a token', place)];
    expect(box.open(one, place)).toBe('a token');
    expect(one).not.toBe(two);
    expect(one).not.toContain('token');
  });

  it('seals with the newest key and opens with all', () => {
    const sealed = boxWith(old).seal('a token', place);
    const rotated = boxWith(fresh, old);
    expect(rotated.open(sealed, place)).toBe('a token');
    expect(rotated.seal('x', place)).toMatch(/^v1\.k2\./);
  });

  it('opens nothing in another place, nothing that was changed, nothing whose key is gone', () => {
    const box = boxWith(old);
    const sealed = box.seal('a token', place);
    const changed = sealed.replace(/\.[^.]+$/, `.${Buffer.alloc(16).toString('base64url')}`);
    for (const attempt of [
      () => box.open(sealed, 'idempotency_key:sealed_response:2'),
      () => box.open(changed, place),
      () => boxWith(fresh).open(sealed, place),
      () => box.open('plain text', place),
    ]) {
      expect(attempt).toThrow(expect.objectContaining({ code: 'secret-unreadable' }));
    }
  });
});
