import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { HandOverCalendar } from '../../../src/bookings/handover/hand-over-calendar.service.js';
import { HostHandovers } from '../../../src/calendars/host-handover.service.js';
import { PauseCalendar } from '../../../src/calendars/pause-calendar.service.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { aPerson } from '../../builders/host.js';
import { startTestApp, type TestApp } from '../app.js';
import { expectProblem } from './refused.js';

let app: TestApp;
let calendar: CalendarConfiguration;
let path: string;
beforeAll(async () => {
  app = await startTestApp();
  calendar = await aCalendar(app.nest);
  path = apiPath(calendar);
});
afterAll(() => app.stop());

const slots = (query: string, headers: Readonly<Record<string, string>> = {}) =>
  app.ask({ path: `${path}/slots?${query}`, headers });

describe('free times', () => {
  it('are listed by day, the last date included, days without times left out', async () => {
    const { status, json } = await slots('start=2027-02-05&end=2027-02-08');
    expect(status).toBe(200);
    expect(json.timeZone).toBe('Europe/Berlin');
    expect(json.days.map(({ date }: { date: string }) => date)).toEqual([
      '2027-02-05',
      '2027-02-08',
    ]);
    expect(json.days[0].slots).toHaveLength(31);
    expect(json.days[0].slots[0]).toEqual({
      start: '2027-02-05T09:00:00+01:00',
      end: '2027-02-05T09:30:00+01:00',
    });
    expect(json.days[1].slots.at(-1).end).toBe('2027-02-08T17:00:00+01:00');
  });

  it('are dates and offsets of the zone that was asked for', async () => {
    const { json } = await slots('start=2027-02-02&end=2027-02-02&timeZone=Pacific/Apia');
    expect(json.timeZone).toBe('Pacific/Apia');
    expect(json.days).toEqual([{ date: '2027-02-02', slots: expect.any(Array) }]);
    // 00:00 in Apia is 12:00 in Berlin the day before; 13:00 notice keeps the morning out.
    expect(json.days[0].slots[0]).toEqual({
      start: '2027-02-02T00:00:00+13:00',
      end: '2027-02-02T00:30:00+13:00',
    });
  });

  it('lie between the instants that were asked for, with or without an encoded plus', async () => {
    for (const plus of ['+', '%2B']) {
      const range = `start=2027-02-02T10:00:00${plus}01:00&end=2027-02-02T11:00:00${plus}01:00`;
      const { json } = await slots(range);
      const starts = json.days[0].slots.map(({ start }: { start: string }) => start);
      expect(starts).toEqual([
        '2027-02-02T10:00:00+01:00',
        '2027-02-02T10:15:00+01:00',
        '2027-02-02T10:30:00+01:00',
      ]);
    }
  });

  it('are those of the length that is offered', async () => {
    expect((await slots('start=2027-02-02&end=2027-02-02&duration=30')).status).toBe(200);
    expectProblem(await slots('start=2027-02-02&end=2027-02-02&duration=60'), 422, 'validation');
  });

  it('go when booked', async () => {
    const day = 'start=2027-02-04&end=2027-02-04';
    await aBooking(app.nest, calendar, '2027-02-04T09:00:00Z');
    const { text } = await slots(day);
    expect(text).not.toContain('"start":"2027-02-04T10:00:00+01:00"');
    expect(text).toContain('"start":"2027-02-04T10:30:00+01:00"');
  });

  it('may be asked for by every site, without credentials', async () => {
    for (const query of ['start=2027-02-02&end=2027-02-02', 'start=nonsense']) {
      const { headers } = await slots(query);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.has('access-control-allow-credentials')).toBe(false);
    }
    const facts = await app.ask({ path });
    expect(facts.headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('the ETag of free times', () => {
  it('saves sending again what is known', async () => {
    const query = 'start=2027-02-09&end=2027-02-09';
    const first = await slots(query);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await slots(query, { 'if-none-match': header });
      expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
      expect(again.headers.get('etag')).toBe(etag);
    }
    expect((await slots(query, { 'if-none-match': '"other"' })).status).toBe(200);
    await aBooking(app.nest, calendar, '2027-02-09T09:00:00Z');
    expect((await slots(query, { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('A29 a range that makes no sense', () => {
  it.each([
    ['100 years', 'start=2027-01-01&end=2127-01-01'],
    ['63 days', 'start=2027-02-01&end=2027-04-04'],
    ['the end before the start', 'start=2027-02-02&end=2027-02-01'],
    ['instants the wrong way round', 'start=2027-02-02T10:00:00Z&end=2027-02-02T09:59:59Z'],
    ['no end', 'start=2027-02-02'],
    ['no start', 'end=2027-02-02'],
    ['a date that does not exist', 'start=2027-02-30&end=2027-03-01'],
    ['the year 0', 'start=0000-01-01&end=0000-01-02'],
    ['an empty date', 'start=&end='],
    ['a start given twice', 'start=2027-02-02&start=2027-02-02&end=2027-02-03'],
    ['a time without offset', 'start=2027-02-02T09:00:00&end=2027-02-03'],
  ])('is malformed: %s', async (_case, query) =>
    expectProblem(await slots(query), 400, 'malformed'),
  );

  it.each(['start=2027-02-01&end=2027-04-03', 'start=2027-10-01&end=2027-12-01'])(
    'may be 62 days long, clocks set back or not: %s',
    async (query) => expect((await slots(query)).status).toBe(200),
  );
});

describe('a calendar', () => {
  it('shows its public facts and nothing else', async () => {
    const { status, json } = await app.ask({ path });
    expect(status).toBe(200);
    expect(json).toEqual({
      host: { name: 'Ada', handle: calendar.host.handle },
      slug: 'intro-call',
      url: `https://book.example.com/${calendar.host.handle}/intro-call`,
      ...{ title: 'Intro call', description: '', durationMinutes: 30, timeZone: 'Europe/Berlin' },
      durationsMinutes: [30],
      ...{ location: null, questions: [], guests: 0, termsUrl: null, timeZoneLocked: false },
      ...{ approval: 'automatic' },
      ...{ state: 'open', pausedUntil: null },
    });
  });

  it('is found whatever the case of its link', async () => {
    expect((await app.ask({ path: path.replace('intro-call', 'Intro-Call') })).status).toBe(200);
  });

  it('is not found under another link', async () => {
    for (const other of ['/api/v1/calendars/nobody/intro-call', `${path}-2`, `${path}/nothing`]) {
      expectProblem(await app.ask({ path: other }), 404, 'not-found');
      expectProblem(
        await app.ask({ path: `${other}/slots?start=2027-02-02&end=2027-02-02` }),
        404,
        'not-found',
      );
    }
  });

  it('has no free times while it is paused, and refuses bookings with the date', async () => {
    const paused = await aCalendar(app.nest);
    await app.nest.get(PauseCalendar).pause(paused, new Date('2027-02-10T08:00:00Z'));
    const facts = await app.ask({ path: apiPath(paused) });
    expect(facts.json).toMatchObject({ state: 'paused', pausedUntil: '2027-02-10T08:00:00.000Z' });
    const query = 'start=2027-02-11&end=2027-02-11';
    expect((await app.ask({ path: `${apiPath(paused)}/slots?${query}` })).json.days).toEqual([]);
    const body = {
      start: '2027-02-11T09:00:00Z',
      attendee: { name: 'Sam', email: 'sam@example.com', timeZone: 'UTC' },
    };
    const answer = await app.ask({ path: `${apiPath(paused)}/bookings`, body });
    expectProblem(answer, 409, 'calendar-paused');
    expect(answer.json.pausedUntil).toBe('2027-02-10T08:00:00.000Z');
  });

  it('is gone when it is switched off', async () => {
    const off = await aCalendar(app.nest);
    await app.database.query('update booking_calendar set active = false where id = $1', [off.id]);
    expectProblem(await app.ask({ path: apiPath(off) }), 410, 'calendar-off');
    const query = 'start=2027-02-11&end=2027-02-11';
    const answer = await app.ask({ path: `${apiPath(off)}/slots?${query}` });
    expectProblem(answer, 410, 'calendar-off');
  });

  it('leads from its former link to the present one, and takes bookings there', async () => {
    const former = await aCalendar(app.nest);
    const [from, to] = [await aPerson(app.nest, 'Bob'), await aPerson(app.nest, 'Cleo')];
    const handovers = app.nest.get(HostHandovers);
    const question = { calendarId: former.id, hostId: former.host.id };
    const people = { fromIdentityId: from.id, toIdentityId: to.id, givesBookings: false };
    const asked = await handovers.ask({ ...question, ...people });
    expect(await app.nest.get(HandOverCalendar).accept(asked)).toMatchObject({ ok: true });

    const facts = await app.ask({ path: apiPath(former) });
    const now = '/api/v1/calendars/cleo/intro-call';
    expect([facts.status, facts.headers.get('location')]).toEqual([308, now]);
    const query = '?start=2027-02-11&end=2027-02-11';
    const times = await app.ask({ path: `${apiPath(former)}/slots${query}` });
    expect([times.status, times.headers.get('location')]).toEqual([308, `${now}/slots${query}`]);
    const body = {
      start: '2027-02-11T09:00:00Z',
      attendee: { name: 'Sam', email: 'sam@example.com', timeZone: 'UTC' },
    };
    const booked = await app.ask({ path: `${apiPath(former)}/bookings`, body });
    expect([booked.status, booked.json.host]).toEqual([201, { name: 'Cleo' }]);
  });
});
