import { describe, expect, it } from '@jest/globals';
import { locationSetting } from '../settings/location-setting.js';
import type { BookedLocation, Location } from './location.js';
import {
  announceLocation,
  describeLocation,
  locationLine,
  mailedLocation,
  outlineLocation,
} from './location-words.js';

const context = { now: 0, timeZone: 'UTC' };
const office = {
  kind: 'address',
  label: 'Office Mitte',
  address: 'Torstr. 1, 10119 Berlin',
} as const;

describe('a place', () => {
  it.each<readonly [string, Location]>([
    ['none', { kind: 'none' }],
    ['off', { kind: 'none' }],
    ['phone', { kind: 'phone-host-calls' }],
    ['Phone host calls', { kind: 'phone-host-calls' }],
    ['phone +49 30 123456', { kind: 'phone-attendee-calls', number: '+4930123456' }],
    [
      'phone attendee calls 0049 30 123456',
      { kind: 'phone-attendee-calls', number: '+4930123456' },
    ],
    ['address "Office Mitte" "Torstr. 1, 10119 Berlin"', office],
    ['address “Office Mitte” Torstr. 1, 10119 Berlin', office],
    ['address Office Mitte, Torstr. 1, 10119 Berlin', office],
    ['address "Café Kotti"', { kind: 'address', label: 'Café Kotti', address: 'Café Kotti' }],
    ['link https://meet.example.com/ada', { kind: 'link', url: 'https://meet.example.com/ada' }],
    ['https://meet.example.com/ada', { kind: 'link', url: 'https://meet.example.com/ada' }],
    ['slack huddle', { kind: 'slack-huddle' }],
    ['discord voice #room', { kind: 'discord-voice', channel: '#room' }],
    ['voice channel Lounge 2', { kind: 'discord-voice', channel: 'Lounge 2' }],
    ['ask', { kind: 'ask' }],
  ])('is read from %j, and read back from its words', (text, location) => {
    const read = locationSetting.parse(text, context);
    expect(read).toMatchObject({ ok: true, value: { value: location } });
    const words = locationSetting.describe(location);
    expect(locationSetting.parse(words, context)).toMatchObject({ value: { value: location } });
    expect(locationSetting.schema.parse(location)).toEqual(location);
  });

  it.each([
    ['phone 030 123456', 'country code'],
    ['phone +49 x', 'not a phone number'],
    ['address', 'Which address?'],
    ['address Torstr', 'as a place'],
    ['address "open', 'as a place'],
    ['discord voice', 'Which voice channel?'],
    ['zoom', 'connected account'],
    ['somewhere', 'as a place'],
    ['link http://example.com', 'https://'],
    ['link javascript:alert(1)', 'https://'],
    ['link https://ada@example.com', 'https://'],
    ['link https://localhost', 'https://'],
    ['https://127.0.0.1/x', 'https://'],
    ['link https://example.com/\u202Eevil', 'https://'],
  ])('is refused in a sentence as %j', (text, part) => {
    expect(locationSetting.parse(text, context)).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringContaining(part) },
    });
  });

  it('keeps from visitors and channels what only those who booked are told', () => {
    const secret: readonly BookedLocation[] = [
      { kind: 'phone-host-calls', number: '+4930123456' },
      { kind: 'phone-attendee-calls', number: '+4930123456' },
      { kind: 'address', label: 'Office', address: 'Torstr. 30' },
      { kind: 'link', url: 'https://30.example.com' },
      { kind: 'discord-voice', channel: '#30' },
      { kind: 'ask', place: 'Torstr. 30' },
    ];
    for (const location of secret) {
      expect(announceLocation(location, 'Ada')).not.toContain('30');
      expect(outlineLocation(location, 'Ada')).not.toContain('30');
      expect(describeLocation(location, 'Ada')?.text).toContain('30');
    }
    expect(describeLocation({ kind: 'none' }, 'Ada')).toBeNull();
    for (const words of [locationLine, mailedLocation, outlineLocation]) {
      expect(words({ kind: 'ask', place: null }, 'Ada')).toBe('Not said yet');
    }
    const cafe = { kind: 'ask', place: 'Café Sol' } as const;
    expect(locationLine(cafe, 'Ada')).toBe('Café Sol');
    expect(mailedLocation(cafe, 'Ada')).toBe('A place the guest chose');
  });

  it('leads there only when it is a link, which is named by its site', () => {
    expect(describeLocation({ kind: 'link', url: 'https://meet.example.com/a' }, 'Ada')).toEqual({
      ...{ text: 'meet.example.com', url: 'https://meet.example.com/a' },
    });
    expect(describeLocation(office, 'Ada')).toEqual({
      ...{ text: 'Office Mitte, Torstr. 1, 10119 Berlin', url: null },
    });
  });
});
