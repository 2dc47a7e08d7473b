import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiKeys } from '../../../src/hosts/api-keys/api-keys.service.js';
import { ChatRoom, SETUP } from '../../chat/chat-room.js';
import { aKey, type GivenKey } from '../../builders/key.js';
import type { Answer } from '../ask.js';
import type { TestApp } from '../app.js';
import { expectProblem } from './refused.js';

let room: ChatRoom;
let app: TestApp;
let ada: GivenKey;
beforeAll(async () => {
  room = await ChatRoom.open();
  app = room.app;
  ada = await aKey(app.nest);
});
afterAll(() => room.close());

const KEYS = '/api/v1/me/api-keys';
const calendars = (token: string): Promise<Answer> =>
  app.ask({ path: '/api/v1/me/calendars', token });

describe('an API key', () => {
  it('is asked for by every route of a host, in the header', async () => {
    for (const token of [undefined, 'nonsense', `vav_${'A'.repeat(43)}`, 'vav_']) {
      const answer = await app.ask({ path: '/api/v1/me/calendars', ...(token ? { token } : {}) });
      expectProblem(answer, 401, 'unauthorized');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    const answer = await calendars(ada.key);
    expect([answer.status, answer.json]).toEqual([200, { calendars: [] }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is kept as a hash alone', async () => {
    const rows = await app.database.query<{ text: string }>(
      'select k::text as text from api_key k',
    );
    for (const { text } of rows) expect(text).not.toContain(ada.key.slice(4));
    const log = await app.database.query<{ text: string }>(
      'select e::text as text from audit_entry e',
    );
    for (const { text } of log) expect(text).not.toContain(ada.key.slice(4));
  });

  it('does what its scopes say and nothing else', async () => {
    const reader = await aKey(app.nest, { person: ada.person, scopes: ['read'] });
    expect((await calendars(reader.key)).status).toBe(200);
    const body = { title: 'Mine' };
    const write = await app.ask({ path: '/api/v1/me/calendars', token: reader.key, body });
    expectProblem(write, 403, 'forbidden');
    expect(write.json.detail).toContain('“write”');
    expectProblem(await app.ask({ path: KEYS, token: reader.key }), 403, 'forbidden');
    const writer = await aKey(app.nest, { person: ada.person, scopes: ['write'] });
    expectProblem(await calendars(writer.key), 403, 'forbidden');
  });

  it('makes no key that may do more than itself', async () => {
    const keeper = await aKey(app.nest, { person: ada.person, scopes: ['keys'] });
    const more = { name: 'More', scopes: ['write'] };
    expectProblem(await app.ask({ path: KEYS, token: keeper.key, body: more }), 403, 'forbidden');
    const same = { name: '  Second  ', scopes: ['keys', 'keys'] };
    const made = await app.ask({ path: KEYS, token: keeper.key, body: same });
    expect([made.status, made.json]).toEqual([
      201,
      {
        id: expect.any(String),
        name: 'Second',
        scopes: ['keys'],
        createdAt: expect.any(String),
        lastUsedAt: null,
        key: expect.stringMatching(/^vav_[\w-]{43}$/),
      },
    ]);
    const list = await app.ask({ path: KEYS, token: made.json.key });
    expect(list.text).not.toContain('vav_');
    const own = list.json.apiKeys.find((key: { id: string }) => key.id === made.json.id);
    expect(own).toMatchObject({
      name: 'Second',
      lastUsedAt: new Date(app.clock.now()).toISOString(),
    });
  });

  it('is refused from the moment it is revoked', async () => {
    const spare = await aKey(app.nest, { person: ada.person });
    const path = `${KEYS}/${spare.id}`;
    expect((await app.ask({ method: 'DELETE', path, token: spare.key })).status).toBe(204);
    expectProblem(await calendars(spare.key), 401, 'unauthorized');
    expectProblem(await app.ask({ method: 'DELETE', path, token: ada.key }), 404, 'not-found');
    for (const id of ['1', '%00', crypto.randomUUID()]) {
      const answer = await app.ask({ method: 'DELETE', path: `${KEYS}/${id}`, token: ada.key });
      expectProblem(answer, 404, 'not-found');
    }
  });

  it('is refused with what cannot be one', async () => {
    for (const body of [
      {},
      { name: '', scopes: ['read'] },
      { name: 'x', scopes: [] },
      { name: 'x', scopes: ['root'] },
      { name: 'x', scopes: ['read'], hostId: ada.hostId },
    ]) {
      expectProblem(await app.ask({ path: KEYS, token: ada.key, body }), 400, 'malformed');
    }
  });

  it('is one of twenty at most', async () => {
    const many = await aKey(app.nest);
    const body = { name: 'One of many', scopes: ['read'] };
    for (let made = 1; made < 20; made += 1) {
      expect((await app.ask({ path: KEYS, token: many.key, body })).status).toBe(201);
    }
    expectProblem(await app.ask({ path: KEYS, token: many.key, body }), 422, 'validation');
  });

  it('is one of twenty at most, however many are made at once', async () => {
    const { hostId, person } = await aKey(app.nest);
    const wish = { hostId, identityId: person.id, name: 'One of many', scopes: ['read'] } as const;
    const made = await Promise.all(
      Array.from({ length: 30 }, () => app.nest.get(ApiKeys).make(wish)),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(19);
  });
});

describe('C11 an API key in the address', () => {
  it('is refused with the way to send it', async () => {
    for (const query of [`?key=${ada.key}`, `?api_key=${ada.key}&list=all`]) {
      const answer = await app.ask({ path: `/api/v1/bookings${query}` });
      expectProblem(answer, 400, 'malformed');
      expect(answer.json.errors[0].detail).toContain('Authorization header');
      expect(answer.text).not.toContain(ada.key);
      expectProblem(
        await app.ask({ path: `/api/v1/bookings${query}`, token: ada.key }),
        400,
        'malformed',
      );
    }
  });
});

describe('API keys in chat', () => {
  it('are made, shown once, listed and revoked by their host', async () => {
    const host = room.newcomer();
    await room.hear(host, SETUP);
    expect(await room.says(host, '/schedule account keys')).toContain('no API keys');
    const made = await room.says(host, '/schedule account api-key Zapier');
    const key = /vav_[\w-]{43}/.exec(made)?.[0] ?? '';
    expect((await calendars(key)).json.calendars).toHaveLength(1);
    expectProblem(await app.ask({ path: KEYS, token: key }), 403, 'forbidden');
    app.clock.set('2027-02-01T07:00:01Z');
    await room.says(host, '/schedule api-key Reports --access read');
    const list = await room.says(host, '/schedule account keys');
    expect(list).toContain(
      '1. Zapier (read, write) · made Mon 1 Feb 2027 · last used Mon 1 Feb 2027',
    );
    expect(list).toContain('2. Reports (read) · made Mon 1 Feb 2027 · never used');
    expect(list).not.toContain('vav_');
    const other = room.newcomer();
    await room.hear(other, SETUP);
    expect(await room.says(other, '/schedule account revoke Zapier')).toContain('no key “Zapier”');
    expect(await room.says(host, '/schedule account revoke zapier')).toContain('Revoke “Zapier”?');
    expect(await room.says(host, 'yes')).toContain('Revoked “Zapier”');
    expectProblem(await calendars(key), 401, 'unauthorized');
  });
});
