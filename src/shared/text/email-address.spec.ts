import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emailAddressSchema, parseEmailAddress } from './email-address.js';

describe('an e-mail address', () => {
  it.each([
    ['ada@example.com', 'ada@example.com'],
    [' ada+tag@example.com ', 'ada+tag@example.com'],
    ['Ada.L@Example.COM', 'Ada.L@example.com'],
    ["o'neil@example.ie", "o'neil@example.ie"],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@例え.テスト', 'ada@xn--r8jz45g.xn--zckzah'],
  ])('%s is stored as %s', (text, stored) => {
    expect(parseEmailAddress(text)).toEqual({ ok: true, value: stored });
    expect(emailAddressSchema.parse(text)).toBe(stored);
  });

  it.each([
    'a@b',
    '"x@y"@internal',
    'a,b@c.d',
    'a@b.c\r\nBcc: v@x',
    'a@b.com\nBcc: v@x.com',
    `${'a'.repeat(300)}@example.com`,
    `${'a'.repeat(65)}@example.com`,
    `ada@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.com`,
    'ada@example.com.',
    'ada@.example.com',
    'ada@exa_mple.com',
    'ada@-example.com',
    'ada@ex%61mple.com',
    'ada@example.com/x',
    'ada@[127.0.0.1]',
    'ada@127.0.0.1',
    '.ada@example.com',
    'a..b@example.com',
    'ü@example.com',
    '@example.com',
    'ada@',
    'ada',
    '',
    'ada <ada@example.com>',
    'a@b.com,c@d.com',
  ])('%j is refused', (text) => {
    expect(parseEmailAddress(text).ok).toBe(false);
    expect(emailAddressSchema.safeParse(text).success).toBe(false);
  });

  it('is refused as another type', () => {
    expect(emailAddressSchema.safeParse({ $ne: 1 }).success).toBe(false);
    expect(emailAddressSchema.safeParse(['a@b.com']).success).toBe(false);
  });

  it('holds no space, comma, quote or line end once it is stored', () => {
    const near = fc.string({
      unit: fc.constantFrom(...Array.from('ab.@,"\r\n <>ü-+%\0')),
      maxLength: 30,
    });
    fc.assert(
      fc.property(near, (text) => {
        const outcome = parseEmailAddress(text);
        if (outcome.ok) expect(outcome.value).toMatch(/^[^\s,"<>\0@]+@[a-z0-9.-]+$/);
      }),
    );
  });
});
