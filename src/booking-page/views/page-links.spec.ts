import { describe, expect, it } from '@jest/globals';
import { aBookingPlace, aCalendarPlace, at } from '../../../test/browser/page-samples.js';
import { carriedQuery, prefilledDetails } from './carried-query.js';
import {
  bookingsPath,
  calendarLink,
  calendarLinks,
  cancelLink,
  dayLink,
  inZone,
  manageLink,
  rescheduleLink,
  rescheduleLinks,
} from './page-links.js';

const place = inZone(
  aCalendarPlace({ carried: carriedQuery({ name: 'Grace Hopper', h: '12', month: '2026-11' }) }),
  'Europe/Berlin',
);

describe('links of a booking calendar', () => {
  const links = calendarLinks(place);

  it('open a month, a day and a time, and carry what was filled in', () => {
    const kept = 'name=Grace%20Hopper&h=12&tz=Europe/Berlin';
    expect(links.month('2027-01')).toBe(`/ada/intro-call?month=2027-01&${kept}#month`);
    expect(links.day('2026-12-08')).toBe(`/ada/intro-call?date=2026-12-08&${kept}#times`);
    expect(links.time(at('2026-12-08T09:00:00Z'))).toBe(
      `/ada/intro-call/book?start=2026-12-08T09:00:00Z&${kept}`,
    );
    expect(dayLink(place, '2026-12-08')).toBe(links.day('2026-12-08'));
  });

  it('change the clock and leave the rest', () => {
    const shown = { date: '2026-12-08' };
    expect(links.hourCycle('24', shown)).toBe(
      '/ada/intro-call?date=2026-12-08&name=Grace%20Hopper&tz=Europe/Berlin',
    );
    expect(links.hourCycle('12', shown)).toContain('&h=12');
  });

  it('change the zone by a form that keeps the rest', () => {
    expect(links.zoneForm({ month: '2026-12' })).toEqual({
      action: '/ada/intro-call',
      hidden: { month: '2026-12', name: 'Grace Hopper', h: '12' },
    });
  });

  it('spell host and slug so that they stay one segment each', () => {
    const odd = aCalendarPlace({ host: 'a/b', slug: 'c?d' });
    expect(calendarLink(odd)).toBe('/a%2Fb/c%3Fd');
    expect(bookingsPath(odd)).toBe('/a%2Fb/c%3Fd/bookings');
  });
});

describe('links of a booking', () => {
  const booking = aBookingPlace({ uid: 'u1', token: 'secret', carried: {} });

  it('carry the token', () => {
    expect(manageLink(booking)).toBe('/b/u1?t=secret');
    expect(rescheduleLink(booking)).toBe('/b/u1/reschedule?t=secret');
    expect(cancelLink(booking)).toBe('/b/u1/cancel?t=secret');
    expect(rescheduleLinks(booking).time(at('2026-12-09T10:00:00Z'))).toBe(
      '/b/u1/reschedule?start=2026-12-09T10:00:00Z&t=secret',
    );
  });
});

describe('a carried query', () => {
  it('keeps prefill, answers, sources and the ways to show the page', () => {
    const asked = { name: 'Ada', a1: 'x', utm_source: 'letter', timezone: 'Asia/Tokyo', embed: '' };
    expect(carriedQuery(asked)).toEqual({
      name: 'Ada',
      a1: 'x',
      utm_source: 'letter',
      tz: 'Asia/Tokyo',
      embed: '',
    });
  });

  it('drops fields that are unknown, repeated or too long', () => {
    const asked = {
      start: 'x',
      t: 'token',
      constructor: 'x',
      name: ['a', 'b'],
      notes: 'n'.repeat(2001),
    };
    expect(carriedQuery(asked)).toEqual({});
  });

  it('fills in a name given whole or in two parts', () => {
    expect(prefilledDetails({ first_name: 'Grace', last_name: 'Hopper' }).name).toBe(
      'Grace Hopper',
    );
    expect(prefilledDetails({ name: 'Ada', first_name: 'Grace' }).name).toBe('Ada');
    expect(prefilledDetails({})).toEqual({
      ...{ name: '', email: '', notes: '', guests: '', answers: {} },
    });
  });
});
