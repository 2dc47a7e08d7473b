import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDate, parseInstant } from './instant.schema.js';

describe('an instant', () => {
  it.each([
    ['2027-03-01T09:00:00Z', '2027-03-01T09:00:00.000Z'],
    ['2027-03-01T09:00:00+01:00', '2027-03-01T08:00:00.000Z'],
    ['2027-03-01T00:30:00+14:00', '2027-02-28T10:30:00.000Z'],
    ['2027-03-01T09:00:00-03:30', '2027-03-01T12:30:00.000Z'],
    ['2028-02-29T09:00Z', '2028-02-29T09:00:00.000Z'],
    ['2027-03-01t09:00:00.123456z', '2027-03-01T09:00:00.123Z'],
    ['2000-01-01T00:00:00Z', '2000-01-01T00:00:00.000Z'],
    ['1999-12-31T23:30:00-01:00', '2000-01-01T00:30:00.000Z'],
    ['2099-12-31T23:59:59.999Z', '2099-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, utc) => {
    expect(new Date(parseInstant(text) ?? NaN).toISOString()).toBe(utc);
  });

  it.each([
    ...['2027-02-29T09:00:00Z', '2027-04-31T09:00:00Z', '2027-00-01T09:00:00Z'],
    ...['2027-03-01T24:00:00Z', '2027-03-01T09:60:00Z', '2027-03-01T09:00:60Z'],
    ...['2027-03-01T09:00:00', '2027-03-01', '20270301T090000Z', '1800000000'],
    ...['0000-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '12027-03-01T09:00:00Z'],
    ...['1999-12-31T23:59:59Z', '2100-01-01T00:00:00Z', '2099-12-31T23:59:59-00:01'],
    ...['9999-12-31T23:59:59-23:59', '2000-01-01T00:30:00+01:00', '1970-01-01T00:00:00Z'],
    ...['2027-03-01T09:00:00+24:00', '2027-03-01T09:00:00+0100', ' 2027-03-01T09:00:00Z'],
    ...['2027-03-01T09:00:00Z\n', '２０２７-03-01T09:00:00Z', ''],
  ])('%j is none', (text) => expect(parseInstant(text)).toBeNull());

  it('is read as JavaScript writes it', () => {
    const instants = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2099-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  it('is never made of text that JavaScript does not read the same way', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/),
        (text) => {
          const instant = parseInstant(text);
          if (instant === null) return;
          expect(new Date(instant).toISOString()).toBe(text.replace('Z', '.000Z'));
        },
      ),
    );
  });
});

describe('a date', () => {
  it.each(['2027-03-01', '2028-02-29', '2000-01-01', '2099-12-31'])('%s is one', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    '2027-02-29',
    '2027-3-1',
    '2027-03-01T00:00:00Z',
    '0000-01-01',
    '1999-12-31',
    '2100-01-01',
    '9999-12-31',
    '',
  ])('%j is none', (text) => expect(isDate(text)).toBe(false));
});
