import { describe, expect, it } from '@jest/globals';
import { say } from './say.js';

describe('a sentence', () => {
  it.each(['$t(names:product)', '$t(', 'a $t(b) $t(c', '{{title}}', '$1 $& $$', '<b>&'])(
    'shows %s from a person as it is, beside words of the catalogue',
    (title) => {
      expect(say('alerts:none', { title })).toBe(
        `Bookings of “${title}” are announced nowhere yet. Add a channel with: /schedule alerts add #bookings`,
      );
    },
  );
});
