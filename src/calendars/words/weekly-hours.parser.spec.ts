import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDayHours } from './day-hours.parser.js';
import { localTime } from './time-of-day.parser.js';
import { canonicalHours, describeWeeklyHours, type WeeklyHours } from './weekly-hours.js';
import { parseWeeklyHours, withNamedDays } from './weekly-hours.parser.js';

const said = (text: string): string => {
  const outcome = parseWeeklyHours(text);
  return outcome.ok ? describeWeeklyHours(outcome.value.weekly) : outcome.problem.sentence;
};

const read = (text: string) => {
  const outcome = parseWeeklyHours(text);
  if (!outcome.ok) throw new Error(outcome.problem.sentence);
  return outcome.value;
};

describe('weekly hours', () => {
  it('are windows of weekdays, as the slot engine takes them', () => {
    expect(read('mon-fri 09:00-12:00, 13:00-17:00').weekly).toEqual([
      { weekdays: [1, 2, 3, 4, 5], start: '09:00', end: '12:00' },
      { weekdays: [1, 2, 3, 4, 5], start: '13:00', end: '17:00' },
    ]);
  });

  it.each([
    ['mon,wed 9-17', 'Mon, Wed 09:00–17:00'],
    ['tue 9am–5pm; thu 10:00-24:00', 'Tue 09:00–17:00; Thu 10:00–24:00'],
    ['mon-fri 9-17 sat 10-14', 'Mon–Fri 09:00–17:00; Sat 10:00–14:00'],
    ['mon 9-12\ntue 13-17', 'Mon 09:00–12:00; Tue 13:00–17:00'],
    ['mon-fri 9-17; sat-sun closed', 'Mon–Fri 09:00–17:00'],
    ['Mon – Fri: 9 to 12 and 13 until 17', 'Mon–Fri 09:00–12:00, 13:00–17:00'],
    ['weekdays 8.30-12.15', 'Mon–Fri 08:30–12:15'],
    ['weekend 10-12', 'Sat–Sun 10:00–12:00'],
    ['fri-mon 10-12', 'Mon, Fri–Sun 10:00–12:00'],
    ['mon-fri 9-17; wed closed', 'Mon–Tue, Thu–Fri 09:00–17:00'],
    ['24/7', 'Mon–Sun 00:00–24:00'],
    ['mon 1-5pm', 'Mon 13:00–17:00'],
    ['mon 9am-5', 'Mon 09:00–17:00'],
    ['mon 12am-12pm', 'Mon 00:00–12:00'],
    ['mon 18:00-00:00', 'Mon 18:00–24:00'],
    ['closed', 'closed all week'],
  ])('%j mean %s', (text, hours) => {
    expect(said(text)).toBe(hours);
  });

  it('that run past midnight are taken, and asked about', () => {
    expect(read('fri 22:00-02:00')).toMatchObject({
      weekly: [{ weekdays: [5], start: '22:00', end: '02:00' }],
      runsPastMidnight: true,
      confirm:
        '22:00–02:00 runs past midnight and ends at 02:00 the next day. Is that what you mean?',
    });
    expect(read('fri 20:00-24:00').runsPastMidnight).toBe(false);
  });

  it('that look like an office day on a twelve-hour clock are asked about with the other reading', () => {
    expect(read('mon-fri 9-5').confirm).toContain('If not, write 09:00-17:00.');
  });

  it('that overlap or touch are joined, which is said', () => {
    expect(read('mon-fri 9-12, 11-14; sat 9-10')).toMatchObject({
      weekly: [
        { weekdays: [1, 2, 3, 4, 5], start: '09:00', end: '14:00' },
        { weekdays: [6], start: '09:00', end: '10:00' },
      ],
      notes: ['Hours that overlap or touch were joined: Mon–Fri 09:00–14:00.'],
    });
  });

  it.each([
    ['', 'No hours were given'],
    ['9-17', 'Which days?'],
    ['mon', 'At which times?'],
    ['mon-fri 9', 'Until when'],
    ['mon 25:00-26:00', 'There is no time “25:00”'],
    ['mon 9:75-10', 'There is no time “9:75”'],
    ['mon 24:00-02:00', "Hours can't start at 24:00"],
    ['mon 9-9', 'leaves no time'],
    ['blah 9-17', "I can't read “blah”"],
    ['mon 9-17 blah', "I can't read “blah”"],
    ['mon-fry 9-5', "I don't know “fry” in these hours. Did you mean “fri”?"],
    ['mno-fri 9-5', 'Did you mean “mon”?'],
    ['fri clsed', 'Did you mean “closed”?'],
    ['mon 9-17'.repeat(500), 'too long'],
  ])('%j are refused in a sentence that says what would work', (text, start) => {
    expect(parseWeeklyHours(text).ok).toBe(false);
    expect(said(text)).toContain(start);
  });

  it('of named days leave the other days alone', () => {
    const current = read('mon-fri 9-17').weekly;
    expect(describeWeeklyHours(withNamedDays(current, read('sat 10-14; mon closed')))).toBe(
      'Tue–Fri 09:00–17:00; Sat 10:00–14:00',
    );
  });
});

describe('the words for hours', () => {
  const time = fc.integer({ min: 0, max: 1_439 });
  const window = fc
    .tuple(fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }), time, time)
    .filter(([, start, end]) => start !== end)
    .map(([weekdays, start, end]) => ({
      weekdays,
      start: localTime(start),
      end: localTime(end),
    }));
  const hours: fc.Arbitrary<WeeklyHours> = fc.array(window, { maxLength: 6 });

  it('are read back as the same hours', () => {
    fc.assert(
      fc.property(hours, (weekly) => {
        expect(read(describeWeeklyHours(weekly)).weekly).toEqual(canonicalHours(weekly));
      }),
    );
  });

  it('stay what they are when made canonical twice', () => {
    fc.assert(
      fc.property(hours, (weekly) => {
        const once = canonicalHours(weekly);
        expect(canonicalHours(once)).toEqual(once);
      }),
    );
  });

  it('open the same minutes of the week as before they were made canonical', () => {
    fc.assert(
      fc.property(hours, (weekly) => {
        expect(openMinutes(canonicalHours(weekly))).toEqual(openMinutes(weekly));
      }),
      { numRuns: 50 },
    );
  });

  it('are never too strange for the parser', () => {
    const pieces = fc.constantFrom(
      'mon',
      '-',
      ',',
      ';',
      '9',
      '24:00',
      '9am',
      'closed',
      ':',
      '\n',
      'x',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        parseWeeklyHours(text);
        parseDayHours(text);
      }),
    );
  });
});

/** Minute by minute, straight from the meaning of a window. */
function openMinutes(hours: WeeklyHours): readonly number[] {
  const minutes = new Set<number>();
  const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  for (const { weekdays, start, end } of hours) {
    for (const weekday of weekdays) {
      const length = (at(end) - at(start) + 1_440) % 1_440 || 1_440;
      const from = (weekday - 1) * 1_440 + at(start);
      for (let minute = from; minute < from + length; minute += 1) minutes.add(minute % 10_080);
    }
  }
  return [...minutes].sort((one, other) => one - other);
}

describe('hours of one day', () => {
  it('need no weekday', () => {
    expect(parseDayHours('9-12, 14:00–15:30')).toMatchObject({
      value: {
        intervals: [
          { start: '09:00', end: '12:00' },
          { start: '14:00', end: '15:30' },
        ],
        notes: [],
      },
    });
    expect(parseDayHours('all day')).toMatchObject({
      value: { intervals: [{ start: '00:00', end: '24:00' }] },
    });
  });

  it('with a weekday are refused', () => {
    expect(parseDayHours('mon 9-12').ok).toBe(false);
  });
});
