import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { startTestApp, type TestApp } from '../../test/e2e/app.js';
import { FakePlatform } from '../../test/fakes/fake-platform.js';
import { Assistant } from './assistant.js';
import { ChatPlatforms } from './chat-platforms.js';
import { SETUP, textOf } from '../../test/chat/chat-room.js';
import type { Message } from './message.js';

describe('the assistant', () => {
  let app: TestApp;
  let platform: FakePlatform;
  let people = 0;
  let ada: ChatPerson;
  let bob: ChatPerson;

  beforeAll(async () => {
    app = await startTestApp();
    platform = new FakePlatform();
    app.nest.get(ChatPlatforms).register(platform);
  }, 60_000);
  afterAll(() => app.stop());
  beforeEach(() => {
    people += 1;
    ada = someone('ada');
    bob = someone('bob');
    platform.told.length = 0;
  });

  const someone = (name: string): ChatPerson => ({
    ...{ platform: 'fake', workspace: `team-${people}`, name },
    userKey: name,
  });
  const hear = (person: ChatPerson, text: string): Promise<Message> =>
    app.nest.get(Assistant).hear({ person, platform, text });
  const says = async (person: ChatPerson, text: string): Promise<string> =>
    textOf(await hear(person, text));
  const calendars = (): Promise<{ host: string; slug: string }[]> =>
    app.database.query(
      `select h.name as host, l.slug from booking_calendar c join host h on h.id = c.host_id
         join booking_link l on l.calendar_id = c.id and l.is_current
         join chat_identity i on i.host_id = h.id and i.workspace = 'team-${people}'`,
    );

  describe('sets up a calendar', () => {
    it('at once, when the flags say enough', async () => {
      const answer = await says(ada, SETUP);
      const [link] = answer.split('\n').filter((line) => line.startsWith('https://'));
      expect(link).toMatch(/^https:\/\/book\.example\.com\/ada(-\d+)?\/intro-call$/);
      expect(answer).toContain('Back-to-back guests can start 9:00, 9:45, 10:30.');
      expect(answer.match(/• /g)).toHaveLength(3);
    });

    it.each(['--duration 30', '--hours "mon-fri 9-17"', '--buffer-after 10', '--timezone berlin'])(
      'and asks before it makes a link while %s is missing',
      async (part) => {
        const parts = [
          '--duration 30',
          '--hours "mon-fri 9-17"',
          '--buffer-after 10',
          '--timezone berlin',
        ];
        const given = parts.filter((other) => other !== part).join(' ');
        expect(await says(ada, `/schedule setup --title Chat ${given}`)).toMatch(/\?|Save it/);
        expect(await calendars()).toEqual([]);
      },
    );

    it('by asking line by line, and saves nothing before the yes', async () => {
      const said = ['Coffee', '20', 'mon 9-12', '5', 'Europe/Paris', 'phone host calls', 'no'];
      const lines = ['/schedule setup', ...said];
      for (const line of lines) await hear(ada, line);
      expect(await calendars()).toEqual([]);
      expect(await says(ada, 'yes')).toContain(
        'Saved: Coffee (20 min, Mon 09:00–12:00, Europe/Paris).',
      );
      expect(await calendars()).toMatchObject([{ slug: 'coffee' }]);
    });

    it('keeps every good answer when one is not understood', async () => {
      for (const line of ['/schedule setup', 'Coffee', '20']) await hear(ada, line);
      expect(await says(ada, 'mon 25:00-26:00')).toContain('When are you open?');
      await hear(ada, 'mon 9-12');
      expect(await says(ada, '5')).toContain('time zone');
    });

    it('twice at once, as two calendars with links of their own', async () => {
      const answers = await Promise.all([says(ada, SETUP), says(ada, SETUP)]);
      expect(answers.every((answer) => answer.startsWith('Saved'))).toBe(true);
      const slugs = (await calendars()).map(({ slug }) => slug).sort();
      expect(slugs).toEqual(['intro-call', 'intro-call-2']);
    });

    it('and says once how to leave', async () => {
      expect(await says(ada, '/schedule setup')).toMatch(/\?.*\nTo leave at any time, say stop\.$/);
      expect(await says(ada, 'Coffee')).not.toContain('stop');
    });

    it('and stops without a trace', async () => {
      for (const line of ['/schedule setup', 'Coffee']) await hear(ada, line);
      expect(await says(ada, 'stop')).toBe('Stopped. Nothing was saved.');
      expect(await calendars()).toEqual([]);
    });
  });

  describe('keeps exactly one host', () => {
    beforeEach(() => hear(ada, SETUP));

    it('refuses any other type than personal, in words', async () => {
      for (const line of [
        'calendar new round-robin',
        'setup type:team',
        'setup --type "round robin"',
      ])
        expect(await says(ada, `/schedule ${line}`)).toContain(
          'This makes personal booking calendars',
        );
      for (const line of [
        'calendar new personal',
        'calendar new type:personal',
        'setup type:personal',
      ]) {
        expect(await says(ada, `/schedule ${line}`)).toContain('What do people book?');
        await hear(ada, 'stop');
      }
      expect(await says(ada, '/schedule calendar new team')).toBe(
        'This makes personal booking calendars: one host, one guest at a time. To spread bookings over a team, give each person their own calendar and share their links.',
      );
      expect(await calendars()).toHaveLength(1);
    });

    it('refuses a second host, in words', async () => {
      expect(await says(ada, '/schedule calendar host @bob @eve')).toBe(
        '@ada is the host, and there is always exactly one. To hand over: /schedule calendar host @eve',
      );
      expect(platform.told).toEqual([]);
    });

    it('hands over only when the new host accepts, and the old link redirects', async () => {
      await identify(bob);
      await hear(ada, '/schedule calendar host @bob');
      const [question] = platform.told;
      expect(textOf(question?.message)).toContain('ada asks you to host “Intro call”.');
      expect(await calendars()).toMatchObject([{ host: 'ada' }]);
      const accept = question?.message.buttons?.[0];
      if (!accept) throw new Error('There is no button.');
      const press = (person: ChatPerson) =>
        app.nest.get(Assistant).press({ person, platform, button: accept });
      expect(textOf(await press(ada))).toBe('That question is not open, or not for you.');
      expect(await calendars()).toMatchObject([{ host: 'ada' }]);
      const link = await hostLink(ada);
      expect(textOf(await press(asTold(question.person)))).toContain('You are the host');
      expect(textOf(await press(asTold(question.person)))).toContain('not open, or not for you');
      const answer = await fetch(`${app.url}${new URL(link).pathname}`, { redirect: 'manual' });
      expect([301, 302, 307, 308]).toContain(answer.status);
      expect(await says(ada, '/schedule show')).toContain('You have no booking calendar yet');
    });

    it('stays with its host when the new one declines', async () => {
      await hear(ada, '/schedule calendar host @bob');
      const [question] = platform.told;
      const decline = question?.message.buttons?.[1];
      if (!decline) throw new Error('There is no button.');
      await app.nest
        .get(Assistant)
        .press({ person: asTold(question.person), platform, button: decline });
      expect(await calendars()).toMatchObject([{ host: 'ada' }]);
      expect(textOf(platform.told[1]?.message)).toContain('You stay its host');
    });
  });

  it.each([
    ['/schedule hurs', 'Did you mean /schedule hours?'],
    ['/shedule', 'Did you mean /schedule?'],
    ['/schedule why', 'tomorrow 15:00'],
    ['/schedule set timezone Mars/Olympus', 'There is no time zone “Mars/Olympus”'],
    ['/schedule hours set mon 25:00-26:00', '25:00'],
    ['/schedule set duration -5', 'length of time'],
    ['/schedule bookings cancel nosuch', 'You have no booking with the code'],
    ['/schedule setup --title "Open', 'quote'],
    ['/schedule pause yesterday', 'is over already'],
    ['/schedule off add 2026-02-30', '2026-02-30'],
    ['/schedule alerts add #?!', 'No such channel.'],
    ['/schedule connect google', 'No outside account can be connected yet'],
  ])('answers %s with what would work, and changes nothing', async (line, expected) => {
    await hear(ada, SETUP);
    const before = await settingsOf(ada);
    expect(await says(ada, line)).toContain(expected);
    expect(await settingsOf(ada)).toBe(before);
  });

  it('asks before hours past midnight are saved', async () => {
    await hear(ada, SETUP);
    const before = await settingsOf(ada);
    const asks = () => says(ada, '/schedule hours set mon 17:00-09:00');
    expect(await asks()).toContain('runs past midnight');
    expect(await settingsOf(ada)).toBe(before);
    await asks();
    expect(await says(ada, 'yes')).toContain('Mon 17:00–09:00');
  });

  it('says when nobody can book, and until when', async () => {
    await hear(ada, SETUP);
    expect(await says(ada, '/schedule pause until 2027-02-05')).toContain('until');
    expect(await says(ada, '/schedule why 2027-02-02 10:00')).toContain('paused');
    expect(await says(ada, '/schedule resume')).toContain('takes bookings again');
    expect(await says(ada, '/schedule why 2027-02-02 10:00')).toContain('It is free');
  });

  it('closes days, opens others, and gives them back', async () => {
    await hear(ada, SETUP);
    const why = (when: string) => says(ada, `/schedule why ${when}`);
    await hear(ada, '/schedule off add 2027-02-03');
    await hear(ada, '/schedule off add 2027-02-04 9-12 dentist');
    await hear(ada, '/schedule off open 2027-02-06 10-12');
    expect(await why('2027-02-03 10:00')).toContain('that date is closed');
    expect(await why('2027-02-04 10:00')).toContain('you blocked that time');
    expect(await why('2027-02-06 10:00')).toContain('It is free');
    await hear(ada, '/schedule off remove 2027-02-03 - 2027-02-06');
    expect(await why('2027-02-03 10:00')).toContain('It is free');
    expect(await why('2027-02-04 10:00')).toContain('It is free');
    expect(await why('2027-02-06 10:00')).toContain('outside your weekly hours');
  });

  const hostLink = async (person: ChatPerson): Promise<string> =>
    /https:\/\/\S+/.exec(await says(person, '/schedule link'))?.[0] ?? '';
  /** Everything that a line could have changed, as the assistant itself says it. */
  const settingsOf = async (person: ChatPerson): Promise<string> => {
    const lines = ['show', 'off', 'alerts', 'calendar', 'bookings all'];
    const answers: string[] = [];
    for (const line of lines) answers.push(await says(person, `/schedule ${line}`));
    return answers.join('\n');
  };
  const identify = (person: ChatPerson) => hear(person, '/schedule show');
  // The fake finds people in a workspace of its own.
  const asTold = (userKey = 'bob'): ChatPerson => ({
    ...{ platform: 'fake', workspace: 'local', userKey, name: userKey },
  });
});
