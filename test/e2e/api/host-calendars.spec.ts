import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CancelBooking } from '../../../src/bookings/cancel-booking.service.js';
import { refused as refusal } from '../../../src/shared/outcome.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { aPerson } from '../../builders/host.js';
import { aKey, type GivenKey } from '../../builders/key.js';
import { FakePlatform } from '../../fakes/fake-platform.js';
import { ChatPlatforms } from '../../../bots/core/chat-platforms.js';
import { startTestApp, type TestApp } from '../app.js';
import type { Answer } from '../ask.js';
import { expectProblem } from './refused.js';

const CALENDARS = '/api/v1/me/calendars';
const TUESDAY = '2027-02-02';

let app: TestApp;
let calendar: CalendarConfiguration;
let ada: GivenKey;
let path: string;
beforeAll(async () => {
  app = await startTestApp();
  app.nest.get(ChatPlatforms).register(new FakePlatform('console'));
});
beforeEach(async () => {
  const person = await aPerson(app.nest);
  calendar = await aCalendar(app.nest, { creator: person });
  ada = await aKey(app.nest, { person });
  path = `${CALENDARS}/${calendar.id}`;
});
afterAll(() => app.stop());

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
const send = (method: string, where: string, more: Sent = {}): Promise<Answer> =>
  app.ask({ method, path: where, token: ada.key, ...more });

async function offered(date: string): Promise<string[]> {
  const { json } = await app.ask({
    path: `${apiPath(calendar)}/slots?start=${date}&end=${date}&timeZone=Europe/Berlin`,
  });
  return json.days.flatMap(({ slots }: { slots: { start: string }[] }) =>
    slots.map(({ start }) => start.slice(11, 16)),
  );
}

describe('the booking calendars of a host', () => {
  it('are shown whole, each with a tag', async () => {
    const { status, json, headers } = await send('GET', path);
    expect([status, json]).toEqual([
      200,
      {
        ...calendar.settings,
        ...{
          id: calendar.id,
          slug: calendar.slug,
          state: 'open',
          pausedUntil: null,
          overrides: [],
        },
        url: `https://book.example.com/${calendar.host.handle}/${calendar.slug}`,
      },
    ]);
    expect(headers.get('etag')).toMatch(/^"[\w-]{27}"$/);
    expect((await send('GET', CALENDARS)).json).toEqual({ calendars: [json] });
  });

  it('are made with what a link needs, and with no less', async () => {
    const body = {
      ...{ type: 'personal', title: 'Deep dive', durationMinutes: 90, bufferAfterMinutes: 10 },
      ...{
        timeZone: 'Europe/Kiev',
        weeklyHours: [{ weekdays: [2], start: '10:00', end: '16:00' }],
      },
    };
    const made = await send('POST', CALENDARS, { body });
    expect([made.status, made.json]).toEqual([
      201,
      expect.objectContaining({ slug: 'deep-dive', timeZone: 'Europe/Kyiv', durationMinutes: 90 }),
    ]);
    expect(made.headers.get('location')).toBe(`${CALENDARS}/${made.json.id}`);
    const { durationMinutes, timeZone, ...less } = body;
    const refused = await send('POST', CALENDARS, { body: less });
    expectProblem(refused, 422, 'validation');
    const pointers = refused.json.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(['#/durationMinutes', '#/timeZone']);
    const other = await send('POST', CALENDARS, { body: { ...body, type: 'round-robin' } });
    expectProblem(other, 400, 'malformed');
    expect(other.json.errors[0].detail).toContain('personal booking calendars');
  });

  it('change setting by setting, refused in the sentences of chat', async () => {
    const changed = await send('PATCH', path, { body: { durationMinutes: 45, title: 'Longer' } });
    expect([changed.status, changed.json]).toMatchObject([
      200,
      { durationMinutes: 45, title: 'Longer' },
    ]);
    expect(changed.headers.get('etag')).toBe((await send('GET', path)).headers.get('etag'));
    const unknown = await send('PATCH', path, { body: { hostId: ada.hostId } });
    expectProblem(unknown, 400, 'malformed');
    expect(unknown.json.errors[0].pointer).toBe('#/hostId');
    expectProblem(await send('PATCH', path, { body: { durationMinutes: '30' } }), 400, 'malformed');
    expectProblem(
      await send('PATCH', path, { body: { timeZone: 'Mars/Olympus' } }),
      400,
      'malformed',
    );
    const together = await send('PATCH', path, { body: { durationMinutes: 1_000 } });
    expectProblem(together, 422, 'validation');
    expect({ ...(await send('GET', path)).json, affectedBookings: [] }).toEqual(changed.json);
  });

  it('A28 are not saved with lengths that make no sense', async () => {
    for (const body of [
      { bufferAfterMinutes: -5 },
      { durationMinutes: 1e9 },
      { bufferBeforeMinutes: 9_999 },
    ]) {
      const answer = await send('PATCH', path, { body });
      expectProblem(answer, 422, 'validation');
      expect(answer.json.errors[0].detail).not.toContain('cannot be used');
    }
  });

  it('are not changed by whoever saw something else', async () => {
    const tag = (await send('GET', path)).headers.get('etag')!;
    const headers = { 'if-match': tag };
    const hours = { weeklyHours: [{ weekdays: [1], start: '09:00', end: '12:00' }] };
    const first = await send('PUT', `${path}/hours`, { body: hours, headers });
    expect([first.status, first.json.weeklyHours]).toEqual([200, hours.weeklyHours]);
    for (const [method, where, body] of [
      ['PATCH', path, { title: 'Late' }],
      ['PUT', `${path}/hours`, hours],
      ['PUT', `${path}/overrides/${TUESDAY}`, { intervals: [] }],
    ] as const) {
      expectProblem(await send(method, where, { body, headers }), 412, 'precondition-failed');
    }
    expect({ ...(await send('GET', path)).json, affectedBookings: [] }).toEqual(first.json);
    const anew = { 'if-match': first.headers.get('etag')! };
    expect((await send('PATCH', path, { body: { title: 'In time' }, headers: anew })).status).toBe(
      200,
    );
  });

  it('are changed by one of many who saw the same', async () => {
    const headers = { 'if-match': (await send('GET', path)).headers.get('etag')! };
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        send('PATCH', path, { body: { title: `Winner ${index}` }, headers }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort((one, other) => one - other);
    expect(statuses).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
  });
});

describe('dates with hours of their own', () => {
  it('close or open a date until they are taken back', async () => {
    const date = `${path}/overrides/${TUESDAY}`;
    const intervals = [
      { start: '11:00', end: '12:00' },
      { start: '10:00', end: '11:30' },
    ];
    const set = await send('PUT', date, { body: { intervals, reason: 'Fair' } });
    expect([set.status, set.json.overrides]).toEqual([
      200,
      [{ date: TUESDAY, intervals: [{ start: '10:00', end: '12:00' }], reason: 'Fair' }],
    ]);
    expect(await offered(TUESDAY)).toEqual([
      '10:00',
      '10:15',
      '10:30',
      '10:45',
      '11:00',
      '11:15',
      '11:30',
    ]);
    await send('PUT', date, { body: { intervals: [] } });
    expect(await offered(TUESDAY)).toEqual([]);
    expect((await send('DELETE', date)).json.overrides).toEqual([]);
    expect(await offered(TUESDAY)).not.toEqual([]);
    expectProblem(await send('DELETE', date), 404, 'not-found');
    for (const wrong of ['2027-02-30', 'tomorrow', '%00']) {
      const answer = await send('PUT', `${path}/overrides/${wrong}`, { body: { intervals } });
      expectProblem(answer, 400, 'malformed');
    }
    const body = { intervals: [{ start: '9', end: '12:00' }] };
    expectProblem(await send('PUT', date, { body }), 400, 'malformed');
  });
});

describe('blocks', () => {
  it('take time from every calendar of the host until they are lifted', async () => {
    const body = { start: '2027-02-02T08:00:00Z', end: '2027-02-02T15:00:00Z', reason: 'Dentist' };
    const made = await send('POST', '/api/v1/me/blocks', { body });
    expect([made.status, made.json]).toEqual([
      201,
      {
        id: expect.any(String),
        start: '2027-02-02T08:00:00.000Z',
        end: '2027-02-02T15:00:00.000Z',
        reason: 'Dentist',
        affectedBookings: [],
      },
    ]);
    const { affectedBookings: _none, ...shown } = made.json;
    expect((await send('GET', '/api/v1/me/blocks')).json).toEqual({ blocks: [shown] });
    expect(await offered(TUESDAY)).toEqual(['16:00', '16:15', '16:30']);
    const block = `/api/v1/me/blocks/${made.json.id}`;
    expect((await send('DELETE', block)).status).toBe(204);
    expectProblem(await send('DELETE', block), 404, 'not-found');
    const turned = { start: body.end, end: body.start };
    expectProblem(await send('POST', '/api/v1/me/blocks', { body: turned }), 422, 'validation');
  });
});

describe('alerts', () => {
  it('go to the channels that the platform of the key knows', async () => {
    const where = `${path}/alerts`;
    const made = await send('POST', where, { body: { channel: '#sales' } });
    expect([made.status, made.json]).toMatchObject([
      201,
      { platform: 'console', channelName: '#sales' },
    ]);
    expect((await send('POST', where, { body: { channel: '#sales' } })).json.id).toBe(made.json.id);
    expect((await send('GET', where)).json).toEqual({ alerts: [made.json] });
    expectProblem(await send('POST', where, { body: { channel: '#no way' } }), 422, 'validation');
    expect((await send('DELETE', `${where}/${made.json.id}`)).status).toBe(204);
    expectProblem(await send('DELETE', `${where}/${made.json.id}`), 404, 'not-found');
  });
});

describe('a calendar that is deleted', () => {
  it('is no more, and its link says so', async () => {
    expect((await send('DELETE', path)).status).toBe(204);
    expectProblem(await send('GET', path), 404, 'not-found');
    expectProblem(await send('DELETE', path), 404, 'not-found');
    expect((await send('GET', CALENDARS)).json).toEqual({ calendars: [] });
    expectProblem(await app.ask({ path: apiPath(calendar) }), 410, 'calendar-off');
  });

  it('stays while nobody says what becomes of the bookings ahead', async () => {
    const { uid } = await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
    const refused = await send('DELETE', path);
    expectProblem(refused, 409, 'has-bookings');
    expect(refused.json.count).toBe(1);
    expectProblem(await send('DELETE', `${path}?bookings=burn`), 400, 'malformed');
    expect((await app.ask({ path: apiPath(calendar) })).status).toBe(200);
    expect((await send('DELETE', `${path}?bookings=keep`)).status).toBe(204);
    const kept = await send('GET', `/api/v1/bookings/${uid}`);
    expect([kept.status, kept.json.status]).toEqual([200, 'confirmed']);
  });

  it('takes its bookings along when told to, and is closed while one could not be cancelled', async () => {
    const { uid } = await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
    const status = async () => (await send('GET', `/api/v1/bookings/${uid}`)).json.status;
    jest
      .spyOn(app.nest.get(CancelBooking), 'run')
      .mockResolvedValueOnce(refusal({ kind: 'unavailable', retryAfterSeconds: 2 }));
    const left = await send('DELETE', `${path}?bookings=cancel`);
    expectProblem(left, 503, 'unavailable');
    expect([left.json.count, left.headers.get('retry-after')]).toEqual([1, '5']);
    expect([await status(), (await send('GET', path)).status]).toEqual(['confirmed', 200]);
    expectProblem(await app.ask({ path: apiPath(calendar) }), 410, 'calendar-off');
    expect((await send('DELETE', `${path}?bookings=cancel`)).status).toBe(204);
    expect(await status()).toBe('cancelled');
  });
});

describe('what is another host’s', () => {
  it('C1 does not exist, on any route', async () => {
    const foreign = await aKey(app.nest);
    await send('PUT', `${path}/overrides/${TUESDAY}`, { body: { intervals: [] } });
    const before = (await send('GET', path)).json;
    for (const [method, where, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { title: 'Mine' }],
      ['DELETE', '', undefined],
      ['PUT', '/hours', { weeklyHours: [] }],
      ['PUT', `/overrides/${TUESDAY}`, { intervals: [] }],
      ['DELETE', `/overrides/${TUESDAY}`, undefined],
      ['GET', '/alerts', undefined],
      ['POST', '/alerts', { channel: '#sales' }],
    ] as const) {
      const answer = await app.ask({ method, path: `${path}${where}`, token: foreign.key, body });
      expectProblem(answer, 404, 'not-found');
    }
    const list = await app.ask({
      path: `/api/v1/bookings?calendar=${calendar.id}`,
      token: foreign.key,
    });
    expectProblem(list, 404, 'not-found');
    expect((await send('GET', path)).json).toEqual(before);
  });
});
