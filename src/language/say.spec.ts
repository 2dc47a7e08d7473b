import { describe, expect, it } from '@jest/globals';
import { en } from './en/catalogue.js';
import { say } from './say.js';

describe('a sentence', () => {
  it.each(['$t(names:product)', '$t(', 'a $t(b) $t(c', '{{title}}', '$1 $& $$', '<b>&'])(
    'shows %s from a person as it is, beside words of the catalogue',
    (title) => {
      expect(say('alerts:none', { title })).toBe(
        `Bookings of “${title}” are announced to the host in direct messages. For a channel: /schedule alerts add #bookings`,
      );
    },
  );
});

describe('what a sentence takes from another', () => {
  it('is there, in every sentence', () => {
    const asked = [...JSON.stringify(en).matchAll(/\$t\(([^)]+)\)/g)].map(([, key = '']) => key);
    const missing = [...new Set(asked)].filter((key) => {
      const [area = '', path = ''] = key.split(':');
      let found: unknown = en;
      for (const name of [area, ...path.split('.')]) {
        found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
      }
      return typeof found !== 'string';
    });
    expect(missing).toEqual([]);
  });

  it('is every name of a command, since an operator may name them otherwise', () => {
    const { names, ...areas } = en;
    const named = JSON.stringify(areas).match(/\/(?:book|schedule|schedule-admin) [^"]*/g);
    expect([names.command.book, named]).toEqual(['/book', null]);
  });
});
