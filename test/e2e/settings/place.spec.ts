import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aRequest } from '../../builders/booking.js';
import type { Answer } from '../ask.js';
import { refused } from '../page/refused-form.js';
import { send, textOf, visit } from '../page/visitor.js';
import { SettingHost, pointers, problems, SAM } from './setting-host.js';

let host: SettingHost;
beforeAll(async () => {
  host = await SettingHost.open();
});
beforeEach(() => host.begin());
afterAll(() => host.room.close());

describe('the place', () => {
  const where = async (): Promise<Answer['json']> => (await host.facts()).location;

  it('is asked for where only the attendee knows it, and stays what it was', async () => {
    expect(await host.set('set location phone host calls')).toContain(
      'The form asks for a phone number.',
    );
    expect(await where()).toEqual({
      kind: 'phone-host-calls',
      text: `Phone call from ${host.name}`,
    });
    expect(pointers(await host.refuses({ answers: { phone: '030 123456' } }))).toEqual([
      '#/answers/phone',
    ]);
    const page = await host.form();
    const again = await refused(host.app, () => send(host.app, page, SAM));
    expect(problems(again)).toEqual([
      ['#phone', 'Phone number: Enter a phone number, like +49 30 123456.'],
    ]);
    const booked = await send(host.app, again, { phone: '0049 30 123456' });
    await host.set('set location ask');
    const manage = await visit(host.app, booked.headers.get('location')!);
    expect(textOf(manage)).toContain(`Phone call from ${host.name} to +49 30 123456`);
    expect(await host.set('bookings')).toContain('+49 30 123456');
    const next = { ...aRequest('2027-02-03T09:00:00Z'), answers: { location: 'Café Kotti' } };
    const { json } = await host.app.ask({
      path: `/api/v1/calendars${host.link}/bookings`,
      body: next,
    });
    expect(json.location).toEqual({ kind: 'ask', place: 'Café Kotti', text: 'Café Kotti' });
  });

  it.each<readonly [string, string, readonly [string, string]]>([
    ['phone +49 30 123456', 'Phone call to', ['+49 30 123456', 'phone-attendee-calls']],
    ['address "Office" "Torstr. 1, Berlin"', 'Office', ['Torstr. 1, Berlin', 'address']],
    ['link https://meet.example.com/ada', 'Online', ['meet.example.com', 'link']],
    ['slack huddle', 'Slack huddle', ['Slack huddle', 'slack-huddle']],
    ['discord voice #room', 'Discord voice channel', ['#room', 'discord-voice']],
  ])('%s is outlined before booking, and told after', async (text, before, [after, kind]) => {
    await host.set(`set location ${text}`);
    expect(await where()).toMatchObject({ kind, text: expect.stringContaining(before) });
    const month = await visit(host.app, host.link);
    expect(textOf(month)).toContain(before);
    if (before !== after) expect(month.html).not.toContain(after);
    const booked = await send(host.app, await host.form(), SAM);
    expect(textOf(await visit(host.app, booked.headers.get('location')!))).toContain(after);
    const { json } = await host.app.ask({
      ...{ path: `/api/v1/calendars${host.link}/bookings` },
      body: aRequest('2027-02-03T09:00:00Z'),
    });
    expect(json.location).toMatchObject({ kind, text: expect.stringContaining(after) });
  });

  it.each([
    ['phone +49 30 123456', '+49 30 123456'],
    ['address "Office" "Torstr. 1, Berlin"', 'Torstr. 1'],
    ['link https://meet.example.com/ada', 'meet.example.com'],
    ['discord voice #room', '#room'],
  ])('%s is told to whom the host confirms, and to nobody who only asks', async (place, secret) => {
    await host.set('set approval on');
    await host.set(`set location ${place}`);
    const asked = await host.app.ask({
      ...{ path: `/api/v1/calendars${host.link}/bookings` },
      body: aRequest('2027-02-03T09:00:00Z'),
    });
    const { uid, manageUrl, manageToken: token, location } = asked.json;
    expect(location).toEqual({
      ...{ kind: 'withheld', text: expect.stringMatching(/\(in full once .* confirms\)$/) },
    });
    const { pathname, search } = new URL(manageUrl);
    const everything = async () => {
      const page = await visit(host.app, pathname + search);
      const { json } = await host.app.ask({ path: `/api/v1/bookings/${uid}`, token });
      return `${textOf(page)} ${JSON.stringify(json.location)}`;
    };
    const code = String(uid).slice(0, 6);
    expect(await everything()).not.toContain(secret);
    await host.set(`bookings confirm ${code}`);
    expect(await everything()).toContain(secret);
    await host.set(`bookings cancel ${code} --yes`);
    expect(await everything()).not.toContain(secret);
  });
});
