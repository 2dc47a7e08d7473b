import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isZone } from '../../slots/wall-clock.js';
import { canonicalTimeZone, zoneNames } from './time-zone-names.js';
import { nearestTimeZones, parseTimeZone } from './time-zone.parser.js';
import { zoneOfLetters, zoneOfPlace } from './city-zones.js';

const said = (text: string): string => {
  const outcome = parseTimeZone(text);
  return outcome.ok ? outcome.value : outcome.problem.sentence;
};

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['America/New York', 'America/New_York'],
    ['munich', 'Europe/Berlin'],
    ['Kiev', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['utc', 'UTC'],
  ])('%j is %s', (text, zone) => {
    expect(said(text)).toBe(zone);
  });

  it.each([
    ['Mars/Olympus', 'There is no time zone “Mars/Olympus”'],
    ['../../etc/passwd', 'There is no time zone'],
    ['x'.repeat(5_000), 'There is no time zone'],
    ['__proto__', 'There is no time zone'],
    ['constructor', 'There is no time zone'],
    ['', 'Which time zone?'],
    ['Europe/Berlim', 'Did you mean Europe/Berlin?'],
    ['Berlni', 'Did you mean Europe/Berlin?'],
    ['los angles', 'Did you mean America/Los_Angeles?'],
    ['EST', 'Name a city, like America/New_York.'],
    ['cet', 'Name a city, like Europe/Berlin.'],
    ['+01:00', 'is only an offset'],
    ['UTC+2', 'is only an offset'],
    ['Etc/GMT+5', 'is only an offset'],
  ])('%j is refused in a sentence that says what would work', (text, part) => {
    expect(parseTimeZone(text).ok).toBe(false);
    expect(said(text)).toContain(part);
  });

  it('that is offered or stood for exists, under its present name', () => {
    const zones = [...zoneNames, ...zoneOfPlace.values(), ...zoneOfLetters.values()];
    for (const zone of zones) {
      expect(isZone(zone)).toBe(true);
      expect(canonicalTimeZone(zone)).toBe(zone);
    }
  });

  it('is never too strange for the parser', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseTimeZone(text);
        nearestTimeZones(text);
      }),
    );
  });
});
