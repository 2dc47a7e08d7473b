import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChatPlatforms } from '../../../bots/core/chat-platforms.js';
import { HostQueue } from '../../../src/bookings/host-queue.js';
import { HostingRules } from '../../../src/hosts/hosting-rules.service.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { aPerson } from '../../builders/host.js';
import { aKey, type GivenKey } from '../../builders/key.js';
import { FakePlatform } from '../../fakes/fake-platform.js';
import { startTestApp, type TestApp } from '../app.js';
import type { Answer } from '../ask.js';
import { contentOf } from '../stored.js';
import { expectProblem } from './refused.js';

const ME = '/api/v1/me';

interface Written {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly example: object | undefined;
}

let app: TestApp;
let ada: GivenKey;
let things: Record<string, string>;
let writes: readonly Written[];
beforeAll(async () => {
  app = await startTestApp();
  app.nest.get(ChatPlatforms).register(new FakePlatform('console'));
  const person = await aPerson(app.nest);
  const calendar = await aCalendar(app.nest, { creator: person });
  ada = await aKey(app.nest, { person });
  things = { calendar: calendar.id, date: '2027-02-08' };
  const { paths } = (await app.ask({ path: '/api/openapi.json' })).json;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a document is read as it comes
  writes = Object.entries<Record<string, any>>(paths)
    .filter(([path]) => path.startsWith(ME))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { requestBody }]) => ({
        ...{ name: `${method} ${path}`, method: method.toUpperCase(), path },
        example: requestBody?.content['application/json'].example,
      })),
    )
    .filter(({ method }) => method !== 'GET')
    // What is made first is changed, then removed; the calendar at last.
    .toSorted((one, other) => rank(one) - rank(other));
});
afterAll(() => app.stop());

const rank = ({ method, path }: Written): number =>
  method !== 'DELETE' ? 0 : path.endsWith('{calendar}') ? 2 : 1;

const send = ({ method, path, example }: Written, key: string, body = example): Promise<Answer> =>
  app.ask({
    method,
    path: path.replace(/\{(\w+)\}/g, (_all, name: string) => things[name] ?? 'nothing'),
    token: ada.key,
    headers: { 'idempotency-key': key },
    ...(body === undefined ? {} : { body }),
  });

/** Everything but what was answered to keys, and when a key was used. */
const rows = async () => {
  const { idempotency_key: _keys, api_key: _uses, ...more } = await contentOf(app.database);
  return more;
};

describe('a program that sends the same write again', () => {
  it('has it done once and is answered the same, whatever it writes', async () => {
    expect(writes.length).toBeGreaterThan(12);
    for (const [index, write] of writes.entries()) {
      const first = await send(write, `write-${index}`);
      const name = /\/(block|alert|api-key)s$/.exec(write.path)?.[1];
      if (name) things[name.replace('api-', '')] = first.json.id;
      const before = await rows();
      const again = await send(write, `write-${index}`);
      expect({ name: write.name, status: first.status, text: again.text }).toEqual({
        ...{ name: write.name, status: again.status, text: first.text },
      });
      expect(first.status).toBeLessThan(300);
      for (const header of ['etag', 'location']) {
        expect(again.headers.get(header)).toBe(first.headers.get(header));
      }
      expect(first.headers.get('idempotent-replayed')).toBeNull();
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect({ name: write.name, rows: await rows() }).toEqual({ name: write.name, rows: before });
    }
  });

  it('is refused with the key of another request, and may send what was refused once mended', async () => {
    const [post] = writes.filter(({ name }) => name === `post ${ME}/blocks`);
    const other = { start: '2027-03-02T08:00:00Z', end: '2027-03-02T10:00:00Z' };
    const used = writes.indexOf(post!);
    expectProblem(await send(post!, `write-${used}`, other), 422, 'idempotency-conflict');
    const wrong = { ...other, end: other.start };
    expectProblem(await send(post!, 'mended', wrong), 422, 'validation');
    expect((await send(post!, 'mended', other)).status).toBe(201);
    expectProblem(await send(post!, 'ä'.repeat(3), other), 400, 'malformed');
    expectProblem(await send(post!, 'x'.repeat(256), other), 400, 'malformed');
  });

  it('has it done once, however many it sends at the same moment', async () => {
    const [post] = writes.filter(({ name }) => name === `post ${ME}/calendars`);
    const many = await Promise.all(Array.from({ length: 8 }, () => send(post!, 'at once')));
    expect(new Set(many.map(({ text }) => text)).size).toBe(1);
    expect(many.map(({ status }) => status)).toEqual(many.map(() => 201));
    const fresh = many.filter(({ headers }) => headers.get('idempotent-replayed') === null);
    expect(fresh).toHaveLength(1);
  });

  it('cancels with a calendar what is booked there, once', async () => {
    const creator = ada.person;
    const calendar = await aCalendar(app.nest, { creator });
    await aBooking(app.nest, calendar, '2027-02-09T09:00:00Z');
    await aBooking(app.nest, calendar, '2027-02-09T12:00:00Z');
    const asked = {
      ...{ method: 'DELETE', path: `${ME}/calendars/${calendar.id}?bookings=cancel` },
      ...{ token: ada.key, headers: { 'idempotency-key': 'gone' } },
    };
    // A visitor whose turn it is waits for the host's row, which the whole write has.
    let release: (() => void) | undefined;
    const visit = new Promise<void>((resolve) => (release = resolve));
    const visiting = app.nest.get(HostQueue).run(calendar.host.id, () => visit);
    const first = await app.ask(asked);
    release?.();
    await visiting;
    const answers = [first, await app.ask(asked)];
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    const left = await app.database.query<{ status: string }>(
      'select status from booking where calendar_id = $1',
      [calendar.id],
    );
    expect(left).toEqual([{ status: 'cancelled' }, { status: 'cancelled' }]);
  });
});

describe('a host whom an admin removed', () => {
  it('neither resumes a calendar nor makes another one by a key', async () => {
    const person = await aPerson(app.nest);
    const calendar = await aCalendar(app.nest, { creator: person });
    const key = await aKey(app.nest, { person });
    const path = `${ME}/calendars/${calendar.id}`;
    const ask = (where: string, body?: object) =>
      app.ask({ method: 'POST', path: where, token: key.key, ...(body ? { body } : {}) });
    const until = '2027-02-08T08:00:00.000Z';
    expect((await ask(`${path}/pause`, { until })).json).toMatchObject({
      ...{ state: 'paused', pausedUntil: until },
    });
    expectProblem(await ask(`${path}/pause`, { until: '2020-01-01T00:00:00Z' }), 422, 'validation');
    expect((await ask(`${path}/resume`)).json.state).toBe('open');
    await ask(`${path}/pause`);
    await app.nest.get(HostingRules).set(person, false);
    const refused = await ask(`${path}/resume`);
    expectProblem(refused, 403, 'forbidden');
    expect(refused.json.detail).toContain('Ask an admin');
    const { example } = writes.find(({ name }) => name === `post ${ME}/calendars`)!;
    expectProblem(await ask(`${ME}/calendars`, example), 403, 'forbidden');
  });
});

describe('dates with hours of their own', () => {
  it('are at most a year of them, in words', async () => {
    const calendar = await aCalendar(app.nest, { creator: ada.person });
    await app.database.query(
      `insert into date_override (host_id, schedule_id, date, intervals)
       select $1, $2, date '2027-03-01' + n, '[]' from generate_series(1, 365) n`,
      [calendar.host.id, calendar.scheduleId],
    );
    const put = (date: string) => {
      const path = `${ME}/calendars/${calendar.id}/overrides/${date}`;
      return app.ask({ method: 'PUT', path, token: ada.key, body: { intervals: [] } });
    };
    const refused = await put('2028-12-24');
    expectProblem(refused, 422, 'validation');
    expect(refused.json.errors[0].detail).toContain('at most 365 dates');
    expect((await put('2027-03-05')).status).toBe(200);
  });
});
