import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import { CreateBooking } from '../../src/bookings/create-booking.service.js';
import { CalendarLinks } from '../../src/calendars/links/calendar-links.service.js';
import { aRequest } from '../builders/booking.js';
import { ChatRoom, SETUP } from '../chat/chat-room.js';
import { follow, headingOf, hrefOf, links, send, textOf, visit } from './page/visitor.js';

let room: ChatRoom;
let host: ChatPerson;
let page: string;
let api: string;
beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
afterAll(() => room.close());
beforeEach(async () => {
  host = room.newcomer();
  const link = /https:\/\/book\.example\.com(\/\S+)/.exec(await room.says(host, SETUP));
  page = link?.[1] ?? '';
  api = `/api/v1/calendars${page}`;
  room.app.clock.set('2027-02-01T07:00:00Z');
});

const says = (line: string) => room.says(host, `/schedule ${line}`);
const book = (body: unknown) => room.app.ask({ path: `${api}/bookings`, body });

const managed = (path: string) => (body: unknown, token: string) =>
  room.app.ask({ path, body, token });

describe('a calendar with several lengths', () => {
  beforeEach(async () => {
    expect(await says('set duration 30, 15, 60')).toContain(
      'Duration: 30 min → 30 min, 15 min, 1 h',
    );
  });

  it('tells them to programs and offers each by itself', async () => {
    expect((await room.app.ask({ path: api })).json).toMatchObject({
      ...{ durationMinutes: 30, durationsMinutes: [30, 15, 60] },
    });
    const lastOf = async (query: string) => {
      const path = `${api}/slots?start=2027-02-02&end=2027-02-02&timeZone=UTC${query}`;
      return (await room.app.ask({ path })).json.days[0].slots.at(-1);
    };
    expect(await lastOf('')).toMatchObject({ start: '2027-02-02T15:30:00+00:00' });
    expect(await lastOf('&duration=60')).toEqual({
      ...{ start: '2027-02-02T15:00:00+00:00', end: '2027-02-02T16:00:00+00:00' },
    });
    const other = await room.app.ask({
      path: `${api}/slots?start=2027-02-02&end=2027-02-02&duration=45`,
    });
    expect(other.json).toMatchObject({
      ...{ status: 422, errors: [{ pointer: '#/duration' }] },
    });
    expect(other.text).toContain('30, 15, 60 minutes');
  });

  it('books the one that is asked for, and keeps it through a move', async () => {
    const booked = await book(aRequest('2027-02-02T09:00:00Z', { duration: 60 }));
    expect(booked.json).toMatchObject({ end: '2027-02-02T10:00:00.000Z' });
    const { uid, manageToken } = booked.json;
    const move = managed(`/api/v1/bookings/${uid}/reschedule`);
    const moved = await move({ start: '2027-02-02T15:00:00Z' }, manageToken);
    expect(moved.json).toMatchObject({ end: '2027-02-02T16:00:00.000Z' });
    const beyond = await move({ start: '2027-02-02T15:30:00Z' }, manageToken);
    expect(beyond.json).toMatchObject({ status: 422, reason: 'hours' });
    expect((await book(aRequest('2027-02-03T09:00:00Z', { duration: 45 }))).json).toMatchObject({
      ...{ status: 422, errors: [{ pointer: '#/duration' }] },
    });
  });

  it('lets a guest pick by a link, and books what was picked', async () => {
    const month = await visit(room.app, `${page}?date=2027-02-02&tz=UTC`);
    expect(textOf(month)).toContain('30 minutes');
    const hour = await follow(room.app, month, '1 hour');
    const form = await follow(room.app, hour, /^15:00 to 16:00/);
    expect(textOf(form)).toContain('1 hour');
    const sent = await send(room.app, form, { name: 'Sam', email: 'sam@example.com' });
    expect(sent.status).toBe(303);
    const manage = await visit(room.app, sent.headers.get('location') ?? '');
    expect(textOf(manage)).toContain('15:00 – 16:00');
    const prefilled = await visit(room.app, `${page}?date=2027-02-03&tz=UTC&duration=15`);
    expect(links(prefilled)).toContain('09:00 to 09:15, Wednesday 3 February');
    const unknown = await visit(room.app, `${page}?date=2027-02-03&tz=UTC&duration=45`);
    expect(links(unknown)).toContain('09:00 to 09:30, Wednesday 3 February');
    expect(hrefOf(unknown, /^09:00/)).not.toContain('duration');
  });

  it('says so when the picked length is taken out of the offer meanwhile', async () => {
    const form = await visit(
      room.app,
      `${page}/book?start=2027-02-02T09:00:00Z&tz=UTC&duration=60`,
    );
    await says('set duration 30');
    const details = { name: 'Sam', email: 'sam@example.com' };
    const sent = await send(room.app, form, details);
    expect(sent.status).toBe(422);
    expect(textOf(sent)).toContain('no longer offered');
    expect((await send(room.app, sent, details)).status).toBe(303);
  });
});

describe('a calendar that takes one booking at a time from each person', () => {
  it('refuses the second one until the first is over, whatever the spelling', async () => {
    expect(await says('set one-at-a-time on')).toContain('One open booking each: off → on');
    expect((await book(aRequest('2027-02-02T09:00:00Z'))).status).toBe(201);
    const attendee = { name: 'Sam', email: 'SAM@Example.com', timeZone: 'UTC' };
    const again = await book({ start: '2027-02-03T09:00:00Z', attendee });
    expect(again.json).toMatchObject({
      status: 409,
      detail: expect.stringContaining('open the link'),
    });
    expect(again.text).not.toContain('2027-02-02');
    const form = await visit(room.app, `${page}/book?start=2027-02-03T09:00:00Z&tz=UTC`);
    const sent = await send(room.app, form, { name: 'Sam', email: 'sam@example.com' });
    expect(sent.status).toBe(409);
    expect(textOf(sent)).toContain('open the link that came with it');
    const other = { ...attendee, email: 'eve@example.com' };
    expect((await book({ start: '2027-02-03T09:00:00Z', attendee: other })).status).toBe(201);
    room.app.clock.set('2027-02-02T10:00:00Z');
    expect((await book({ start: '2027-02-04T09:00:00Z', attendee })).status).toBe(201);
  });
});

describe('a calendar that takes one booking at a time from each person in chat', () => {
  it('knows them without an address', async () => {
    await says('set one-at-a-time on');
    const { nest } = room.app;
    const [handle = '', slug = ''] = page.slice(1).split('/');
    const link = await nest.get(CalendarLinks).find({ host: handle, slug });
    const configuration = link?.configuration;
    const { id: bookedBy } = await nest.get(Identities).identify(room.newcomer());
    const wants = async (start: string) => {
      const outcome = await nest.get(CreateBooking).run({
        ...{ hostId: configuration?.host.id ?? '', calendarId: configuration?.id ?? '' },
        ...{ start: Date.parse(start), bookedBy, notes: '', source: 'console', utm: {} },
        attendee: { name: 'Grace', email: null, timeZone: 'UTC', locale: null },
      });
      return outcome.ok ? 'booked' : outcome.problem.kind;
    };
    expect(await wants('2027-02-02T09:00:00Z')).toBe('booked');
    expect(await wants('2027-02-03T09:00:00Z')).toBe('already-booked');
  });
});

describe('cut-offs', () => {
  const aBooked = async () => {
    const { uid, manageToken } = (await book(aRequest('2027-02-02T09:00:00Z'))).json;
    return { uid, token: manageToken, manage: `/b/${uid}?t=${manageToken}` };
  };

  it('end what guests may do by themselves, never what the host may', async () => {
    expect(await says('set cutoff cancel 2h, move never')).toContain(
      'cancel until 2 h before, move never, reason optional',
    );
    const { uid, token, manage } = await aBooked();
    const shown = await visit(room.app, manage);
    expect(links(shown)).toContain('Cancel meeting');
    expect(links(shown)).not.toContain('Move to another time');
    expect(textOf(shown)).toContain('can’t be moved here. Ask your host');
    const move = managed(`/api/v1/bookings/${uid}/reschedule`);
    const moved = await move({ start: '2027-02-03T09:00:00Z' }, token);
    expect(moved.json).toMatchObject({ status: 409, title: expect.stringContaining('changed') });

    room.app.clock.set('2027-02-02T07:00:00Z');
    const late = await visit(room.app, manage);
    expect(links(late)).not.toContain('Cancel meeting');
    expect(textOf(late)).toContain('until 2 h before its start');
    const cancel = managed(`/api/v1/bookings/${uid}/cancel`);
    const cancelled = await cancel({}, token);
    expect(cancelled.json).toMatchObject({
      ...{ status: 409, change: 'cancel', detail: expect.stringContaining('Ask your host') },
    });
    expect(await says(`bookings cancel ${String(uid).slice(0, 6)} --yes`)).toContain('Cancelled.');
  });

  it('refuse a form that was opened in time and sent too late', async () => {
    await says('set cutoff 2h');
    const { uid, token } = await aBooked();
    const question = await visit(room.app, `/b/${uid}/cancel?t=${token}`);
    room.app.clock.set('2027-02-02T08:00:00Z');
    const sent = await send(room.app, question);
    expect(sent.status).toBe(409);
    expect(headingOf(sent)).toBe('It is too late to change this here');
  });

  it('can ask guests for a reason', async () => {
    await says('set cutoff reason required');
    const { uid, token } = await aBooked();
    const cancel = managed(`/api/v1/bookings/${uid}/cancel`);
    expect((await cancel({}, token)).json).toMatchObject({
      ...{ status: 422, errors: [{ pointer: '#/reason' }] },
    });
    const chosen = `/b/${uid}/reschedule?t=${token}&start=2027-02-03T09:00:00Z`;
    const question = await visit(room.app, chosen);
    const unsaid = await send(room.app, question, { reason: ' ' });
    expect(unsaid.status).toBe(422);
    expect(textOf(unsaid)).toContain('Say why');
    expect((await send(room.app, unsaid, { reason: 'The train' })).status).toBe(303);
    expect((await cancel({ reason: 'Ill' }, token)).status).toBe(200);
  });
});

describe('a pause', () => {
  it('ends by itself, and until then page, program and command say so', async () => {
    expect(await says('pause until thursday')).toContain('Nobody can book “Intro call” until');
    expect(textOf(await visit(room.app, page))).toContain('until Thursday 4 February 2027');
    expect((await book(aRequest('2027-02-08T09:00:00Z'))).json).toMatchObject({ status: 409 });
    expect(await says('why 2027-02-08 10:00')).toContain('because the calendar is paused');
    room.app.clock.set('2027-02-04T07:00:00Z');
    expect((await book(aRequest('2027-02-08T09:00:00Z'))).status).toBe(201);
  });
});
