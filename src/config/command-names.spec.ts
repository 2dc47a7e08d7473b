import { describe, expect, it } from '@jest/globals';
import { Env } from './env.js';
import { StartRefused } from './start.errors.js';

const namesOf = (COMMAND_NAMES: string) => Env.from({ COMMAND_NAMES }).commandNames;

function complaints(COMMAND_NAMES: string): readonly string[] {
  try {
    namesOf(COMMAND_NAMES);
    return [];
  } catch (fault) {
    if (fault instanceof StartRefused) return fault.sentences;
    throw fault;
  }
}

describe('COMMAND_NAMES', () => {
  it('are three different names, with a slash or without', () => {
    expect(namesOf('/meet, hours ,hours-admin')).toEqual({
      book: 'meet',
      schedule: 'hours',
      scheduleAdmin: 'hours-admin',
    });
    expect(complaints('a,a,b')).toHaveLength(1);
    expect(complaints('a,b,c,d')).toHaveLength(1);
  });

  it.each([`${'b'.repeat(31)},hours_2,my-admin`, '1on1,hours,hours-admin'])(
    'are what chat platforms take: %s',
    (names) => {
      expect(Object.values(namesOf(names))).toEqual(names.split(','));
    },
  );

  it.each(['b'.repeat(32), 'Book', 'büch', 'book me', 'book.me', '-book', '_book', '/'])(
    'that Slack would refuse are told at the start: %s',
    (name) => {
      expect(complaints(`${name},hours,hours-admin`)).toEqual([
        expect.stringMatching(/^COMMAND_NAMES must be .* at most 31 characters long\.$/),
      ]);
    },
  );
});
