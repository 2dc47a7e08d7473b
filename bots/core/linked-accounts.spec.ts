import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import { aKey } from '../../test/builders/key.js';
import { FakePlatform } from '../../test/fakes/fake-platform.js';
import { Assistant } from './assistant.js';
import { ChatPlatforms } from './chat-platforms.js';
import { HostReach } from './notices/host-reach.js';

let room: ChatRoom;
const second = new FakePlatform('second');
/** A host, and somebody on another platform who is the same person. */
let ada: ChatPerson;
let twin: ChatPerson;

beforeAll(async () => {
  room = await ChatRoom.open();
  room.app.nest.get(ChatPlatforms).register(second);
}, 60_000);
afterAll(() => room.close());
beforeEach(async () => {
  room.app.clock.set('2027-02-01T07:00:00Z');
  [ada, twin] = [room.newcomer(), elsewhere()];
  await room.hear(ada, SETUP);
});

const elsewhere = (workspace = 'local'): ChatPerson => ({
  ...room.newcomer(),
  ...{ platform: 'second', workspace },
});
const says = async (person: ChatPerson, text: string): Promise<string> => {
  const platform = person.platform === 'second' ? second : room.platform;
  return textOf(await room.app.nest.get(Assistant).hear({ person, platform, text }));
};
const codeFor = async (person: ChatPerson): Promise<string> =>
  /account link (\S+)/.exec(await says(person, '/schedule account link'))?.[1] ?? '';
const link = (person: ChatPerson, code: string) => says(person, `/schedule account link ${code}`);
const hostOf = async (person: ChatPerson) =>
  (await room.app.nest.get(Identities).identify(person)).hostId ?? null;
const settled = () => room.app.nest.get(Jobs).settle(10_000);
const linkBoth = async (): Promise<void> => {
  expect(await link(twin, await codeFor(ada))).toContain(`Linked with ${ada.name} (fake)`);
  await settled();
};

describe('two accounts that are linked', () => {
  it('are one host: each sees and changes the same calendars, and is told of the other', async () => {
    expect(await says(twin, '/schedule show')).toContain('no booking calendar');
    await linkBoth();
    expect(room.platform.told.at(-1)).toMatchObject({ person: ada.userKey });
    expect(textOf(room.platform.told.at(-1)?.message)).toContain(`${twin.name} (second) is now`);
    await says(twin, '/schedule set title Advice');
    expect(await says(ada, '/schedule show')).toContain('Advice');
    const shown = await says(ada, '/schedule account link');
    expect(shown).toContain(`Linked now: ${ada.name} (fake), ${twin.name} (second)`);
  });

  it('hear of bookings where each calendar was made', async () => {
    await linkBoth();
    await says(twin, SETUP.replace('Intro call', 'Second').replace('#bookings', '#calls'));
    const hostId = (await hostOf(ada)) ?? '';
    const calendars = await room.app.database.query<{ id: string; title: string }>(
      `select id, title from booking_calendar where host_id = '${hostId}' order by title`,
    );
    const reached = await Promise.all(
      calendars.map(({ id }) => room.app.nest.get(HostReach).hostOf({ hostId, calendarId: id })),
    );
    expect(reached.map((person) => person?.userKey)).toEqual([ada.userKey, twin.userKey]);
    for (const [title, platform, hour] of [
      ['Second', second, 11],
      ['Intro call', room.platform, 14],
    ] as const) {
      await says(ada, `/schedule calendar use ${title}`);
      await says(ada, `/schedule bookings add sam@example.com 2027-02-02 ${hour}:00`);
      await settled();
      const posted = [...platform.messages.values()].at(-1);
      expect(textOf(posted?.message)).toContain(title);
    }
  });

  it('end that by either of them, and all stays with who is left, keys too', async () => {
    await linkBoth();
    const key = await aKey(room.app.nest, {
      person: await room.app.nest.get(Identities).identify(twin),
    });
    expect(await says(twin, '/schedule account unlink')).toContain(
      `It then has no calendars; everything stays with ${ada.name} (fake)`,
    );
    expect(await says(twin, 'yes')).toContain('is unlinked');
    await settled();
    expect(textOf(room.platform.told.at(-1)?.message)).toContain('is unlinked');
    expect(await hostOf(twin)).toBeNull();
    expect(await says(twin, '/schedule show')).toContain('no booking calendar');
    expect(await says(ada, '/schedule show')).toContain('Intro call');
    const [made] = await room.app.database.query<{ identity_id: string }>(
      `select identity_id from api_key where id = '${key.id}'`,
    );
    expect(made?.identity_id).toBe((await room.app.nest.get(Identities).identify(ada)).id);
    await linkBoth();
    expect(await says(ada, '/schedule account unlink nobody')).toContain('You have no account');
    expect(await says(ada, '/schedule account unlink second --yes')).toContain('is unlinked');
    expect(await hostOf(twin)).toBeNull();
    expect(await says(ada, '/schedule account unlink --yes')).toContain('your only account');
  });

  it('never both leave, not even at once', async () => {
    await linkBoth();
    const hostId = await hostOf(ada);
    const line = '/schedule account unlink --yes';
    await Promise.all([says(ada, line), says(twin, line)]);
    const left = [await hostOf(ada), await hostOf(twin)].filter((id) => id !== null);
    expect(left).toEqual([hostId]);
  });
});

describe('a code', () => {
  it('is read however it is typed, and works once', async () => {
    const code = await codeFor(ada);
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
    const typed = code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O');
    expect(await link(twin, typed)).toContain('Linked with');
    expect(await link(elsewhere('other'), code)).toContain('was used already');
    expect(await link(twin, await codeFor(ada))).toContain('linked with that one already');
  });

  it('links one account when two use it at once', async () => {
    const code = await codeFor(ada);
    const both = [elsewhere('one'), elsewhere('two')];
    const answers = await Promise.all(both.map((person) => link(person, code)));
    expect(answers.filter((answer) => answer.includes('Linked with'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes('used already'))).toHaveLength(1);
    const hosts = await Promise.all(both.map(hostOf));
    expect(hosts.filter((id) => id !== null)).toEqual([await hostOf(ada)]);
  });

  it('is refused in words when it is wrong, replaced or too old', async () => {
    expect(await link(twin, '7k2m-9cab-defg')).toContain('This code is wrong');
    const former = await codeFor(ada);
    const code = await codeFor(ada);
    expect(await link(twin, former)).toContain('has expired');
    room.app.clock.set('2027-02-01T07:10:00Z');
    expect(await link(twin, code)).toContain('has expired');
    expect(await hostOf(twin)).toBeNull();
  });

  it('is only shown to a host, and kept as a hash', async () => {
    expect(await says(twin, '/schedule account link')).toContain(
      'You have no booking calendar here',
    );
    const code = await codeFor(ada);
    const [kept] = await room.app.database.query<{ text: string }>(
      'select string_agg(c::text, chr(10)) as text from account_code c',
    );
    expect(kept?.text).not.toContain(code);
    const hex = Buffer.from(code.replaceAll('-', '')).toString('hex');
    expect(kept?.text).not.toContain(hex);
  });

  it('makes nobody a second host of a workspace', async () => {
    const eve = room.newcomer();
    expect(await link(eve, await codeFor(ada))).toContain('calendar delegate add');
    await linkBoth();
    expect(await link(elsewhere(), await codeFor(ada))).toContain('calendar delegate add');
  });

  it('is refused to whom an admin lets have no calendars', async () => {
    second.profiles.set(twin.userKey, { mayHost: false });
    expect(await link(twin, await codeFor(ada))).toContain('may not have booking calendars here');
  });
});

describe('a host with calendars of their own', () => {
  it('stays that: two hosts are not merged, and the code still works elsewhere', async () => {
    await says(twin, SETUP);
    const own = await hostOf(twin);
    const code = await codeFor(ada);
    expect(await link(twin, code)).toContain('Not linked: this account has a calendar');
    expect(await hostOf(twin)).toBe(own);
    expect(await link(elsewhere('other'), code)).toContain('Linked with');
    await says(twin, '/schedule bookings add sam@example.com 2027-02-02 10:00');
    await says(twin, '/schedule calendar delete 1 --bookings keep --yes');
    expect(await link(twin, await codeFor(ada))).toContain('has an upcoming appointment');
    room.app.clock.set('2027-02-03T07:00:00Z');
    const again = await codeFor(ada);
    const asked = await link(twin, again);
    expect(asked).toContain('its one past appointment would no longer be listed');
    expect(await says(twin, `/schedule account link ${again} --yes`)).toContain('Linked with');
  });
});

describe('codes that are tried one after the other', () => {
  it('are refused after ten in ten minutes', async () => {
    const limited = await ChatRoom.open({ environment: { RATE_LIMITS: 'on' } });
    try {
      const eve = limited.newcomer();
      const line = '/schedule account link 7k2m-9cab-defg';
      for (let tried = 0; tried < 10; tried += 1) {
        expect(await limited.says(eve, line)).toContain('This code is wrong');
      }
      expect(await limited.says(eve, line)).toContain('That was too often');
    } finally {
      await limited.close();
    }
  });
});

describe('hosting rules and linked accounts', () => {
  const calendarTitled = async (title: string) => {
    const [row] = await room.app.database.query<{ id: string; paused_at: string | null }>(
      `select id, paused_at from booking_calendar
        where host_id = '${await hostOf(ada)}' and title = '${title}'`,
    );
    return row ?? { id: '', paused_at: null };
  };
  const removeAda = async (): Promise<string> => {
    const boss = room.newcomer();
    room.platform.profiles.set(boss.userKey, { isAdmin: true });
    return says(boss, `/schedule-admin hosts remove @${ada.userKey}`);
  };

  it('pause what is at home where an admin removed the host, and nothing else', async () => {
    await linkBoth();
    await says(twin, SETUP.replace('Intro call', 'Second').replace('#bookings', '#calls'));
    expect(await removeAda()).toContain('Their calendar is paused');
    expect((await calendarTitled('Intro call')).paused_at).not.toBeNull();
    expect((await calendarTitled('Second')).paused_at).toBeNull();
    await says(ada, '/schedule calendar use Second');
    await says(ada, '/schedule pause');
    expect(await says(ada, '/schedule resume')).not.toContain('may not');
    expect((await calendarTitled('Second')).paused_at).toBeNull();
  });

  it('are those of the home, by whichever account or key a host asks', async () => {
    await linkBoth();
    const person = await room.app.nest.get(Identities).identify(twin);
    const { key } = await aKey(room.app.nest, { person });
    await removeAda();
    expect(await says(twin, '/schedule resume')).toContain('may not have booking calendars where');
    expect(await says(twin, '/schedule pause until tomorrow')).toContain('may not have');
    const { id } = await calendarTitled('Intro call');
    const post = (path: string, body?: object) =>
      fetch(`${room.app.url}/api/v1/me/calendars/${id}/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
    expect((await post('pause', { until: '2027-02-02T08:00:00Z' })).status).toBe(403);
    expect((await post('resume', {})).status).toBe(403);
    expect((await calendarTitled('Intro call')).paused_at).not.toBeNull();
  });
});
