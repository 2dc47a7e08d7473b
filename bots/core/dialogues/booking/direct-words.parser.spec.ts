import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { parseWish } from '../../../../src/calendars/words/wish.parser.js';
import { parseDirectWords } from './direct-words.parser.js';

/** A Monday, 08:00 in Berlin. */
const context = { now: Date.parse('2027-02-01T07:00:00Z'), timeZone: 'Europe/Berlin' };

describe('words in a direct message', () => {
  it.each([
    ['book', 'book', null, null],
    ['Hi!', 'help', null, null],
    ['I would like to book a call', 'book', null, null],
    ['next tuesday afternoon with ada', 'book', 'ada', '2027-02-09..2027-02-09 afternoon'],
    ['book with @ada tomorrow', 'book', '@ada', '2027-02-02..2027-02-02'],
    ['can i meet Ada Lovelace next week please?', 'book', null, '2027-02-08..2027-02-14'],
    ['tomorrow at 15:00 with ada', 'book', 'ada', '2027-02-02T14:00:00.000Z'],
    ['with ada on 2027-02-05 at 10', 'book', 'ada', '2027-02-05T09:00:00.000Z'],
    ['cancel', 'cancel', null, null],
    ["I can't make it tomorrow", 'cancel', null, '2027-02-02..2027-02-02'],
    ['please move my meeting to friday', 'move', null, '2027-02-05..2027-02-05'],
    ['show my bookings', 'list', null, null],
    ['what is the meaning of life', 'unclear', null, null],
    ['', 'help', null, null],
  ])('%j wants to %s', (text, want, person, when) => {
    const read = parseDirectWords(text, context);
    expect([read.want, read.person]).toEqual([want, person]);
    expect(read.when === null ? null : described(read.when)).toBe(when);
  });

  it.each([
    ['20 minutes with ada tomorrow', 'ada', '2027-02-02..2027-02-02', 20],
    ['book @ada for half an hour on friday 10:00', '@ada', '2027-02-05T09:00:00.000Z', 30],
    ['with ada in 90 minutes', 'ada', '2027-02-01T08:30:00.000Z', null],
    ['tomorrow 15h with ada', 'ada', '2027-02-02T14:00:00.000Z', null],
    ['friday with @U0ADA', '@U0ADA', '2027-02-05..2027-02-05', null],
    ['@Ada Lovelace tomorrow', '@Ada Lovelace', '2027-02-02..2027-02-02', null],
  ])('%j name whom, when and how long', (text, person, when, minutes) => {
    const read = parseDirectWords(text, context);
    expect([read.want, read.person, read.minutes]).toEqual(['book', person, minutes]);
    expect(read.when === null ? null : described(read.when)).toBe(when);
  });

  it.each([
    ['tomorrow at 5', '2027-02-02T04:00:00.000Z', 'Feb 02 17:00'],
    ['at 5', '2027-02-02T04:00:00.000Z', 'Feb 01 17:00'],
    ['today at 5', '2027-02-01T16:00:00.000Z', null],
    ['tomorrow 5:30', '2027-02-02T04:30:00.000Z', 'Feb 02 17:30'],
    ['tomorrow 05:30', '2027-02-02T04:30:00.000Z', null],
    ['tomorrow 5am', '2027-02-02T04:00:00.000Z', null],
    ['in 2 Std.', '2027-02-01T09:00:00.000Z', null],
    ['in half an hour', '2027-02-01T07:30:00.000Z', null],
    ['at noon my time', '2027-02-01T11:00:00.000Z', null],
    ['10:00 my time tomorrow', '2027-02-02T09:00:00.000Z', null],
    ['tomorrow 10:00 in London', '2027-02-02T10:00:00.000Z', null],
    ['tomorrow at 10 New York time', '2027-02-02T15:00:00.000Z', null],
    ['tomorrow 10:00 (Asia/Tokyo)', '2027-02-02T01:00:00.000Z', null],
    ['tomorrow 10:00 their time', 'Times are read by your own clocks.', null],
    ['12/01', '“12/01” can mean two days.', null],
    ['12/01 at 10', '“12/01” can mean two days.', null],
    ['5.6.', '2027-06-05..2027-06-05', null],
    ['next friday', '2027-02-12..2027-02-12', null],
  ])('D12: %j means %s', (text, when, later) => {
    for (const sentence of [
      `book ${text} with ada`,
      `book @ada ${text}`,
      `${text} with ada please`,
    ]) {
      const read = parseDirectWords(sentence, context);
      expect([read.want, read.person?.replace('@', ''), read.minutes]).toEqual([
        'book',
        'ada',
        null,
      ]);
      expect(described(read.when ?? '')).toContain(when);
      expect(orLater(read.when ?? '')).toBe(later);
    }
  });

  it('that are mistyped are asked about', () => {
    const { meant } = parseDirectWords('book tusday with frida', context);
    expect(meant).toBe('book tuesday with frida');
  });

  it.each(['x'.repeat(100_000), '\0@\u202E<@>', 'with with with', '@', 'next next tuesday'])(
    'never throws: %#',
    (text) => {
      expect(parseDirectWords(text, context)).toHaveProperty('want');
    },
  );
});

function described(when: string): string {
  const wish = parseWish(when, context);
  if (!wish.ok) return wish.problem.sentence;
  const { from, to, part, at } = wish.value;
  if (at !== null) return new Date(at).toISOString();
  return [`${from ?? ''}..${to ?? ''}`, ...(part ? [part] : [])].join(' ');
}

/** In Berlin. */
function orLater(when: string): string | null {
  const wish = parseWish(when, context);
  const orAt = wish.ok ? wish.value.orAt : null;
  if (orAt === null) return null;
  return DateTime.fromMillis(orAt, { zone: context.timeZone }).toFormat('LLL dd HH:mm');
}
