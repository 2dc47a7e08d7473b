import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MailOut } from '../../../src/notifications/mail/delivery/mail-out.js';
import { send, textOf, visit } from '../page/visitor.js';
import { SettingHost, SAM } from './setting-host.js';

let host: SettingHost;
beforeAll(async () => {
  host = await SettingHost.open();
});
beforeEach(() => host.begin());
afterAll(() => host.room.close());

describe('after booking', () => {
  it('a text of the host stands on the booking’s page, its plain links as links', async () => {
    await host.set('set after-booking "Bring an ID. See https://example.com/map."');
    const booked = await send(host.app, await host.form(), SAM);
    const page = await visit(host.app, booked.headers.get('location')!);
    expect(textOf(page)).toContain('Bring an ID. See https://example.com/map.');
    expect(page.document.querySelector('.after a')?.getAttribute('href')).toBe(
      'https://example.com/map',
    );
  });

  it('people are sent on to exactly the address that the host set', async () => {
    expect(await host.set('set after-booking https://example.com/thanks?from=booking')).toContain(
      'does not see the page',
    );
    jest.replaceProperty(host.app.nest.get(MailOut), 'isSending', true);
    const page = await host.form();
    expect(page.headers.get('content-security-policy')).toContain(
      `form-action 'self' https://example.com;`,
    );
    const booked = await send(host.app, page, SAM);
    expect([booked.status, booked.headers.get('location')]).toEqual([
      303,
      'https://example.com/thanks?from=booking',
    ]);
    jest.restoreAllMocks();
    expect(await host.set('set after-booking none')).toContain('→ none');
    expect((await host.form()).headers.get('content-security-policy')).toContain(
      `form-action 'self';`,
    );
  });

  it('people to whom no mail goes see their booking before they go on', async () => {
    await host.set('set after-booking https://example.com/thanks');
    const booked = await send(host.app, await host.form(), SAM);
    const page = await visit(host.app, booked.headers.get('location')!);
    expect(textOf(page)).toContain('Save this page’s link.');
    expect(page.document.querySelector('.after a')?.getAttribute('href')).toBe(
      'https://example.com/thanks',
    );
  });

  it.each([
    ...['//evil.tld', 'https:evil', '\\/evil', '/\\evil.tld', 'javascript:alert(1)'],
    ...['data:text/html,x', 'http://example.com', 'https://example.com/%0d%0aSet-Cookie:x=1'],
    ...['%0d%0aSet-Cookie:x=1', 'https://ada@evil.tld', 'https://example.com\\@evil.tld'],
  ])('B13 nobody is sent to %s', async (next) => {
    expect(await host.set(`set after-booking ${next}`)).toContain('https://');
    expect(await host.set('show')).not.toContain('After booking');
    const page = await host.form(`&next=${encodeURIComponent(next)}`);
    const { status, headers } = await send(host.app, page, { ...SAM, next, redirect: next });
    expect([status, headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/b\/[0-9a-z]/),
    ]);
  });
});

describe('the look', () => {
  it('colour, description and a zone for everybody are set by command and seen', async () => {
    await host.set('look colour #ABC');
    await host.set('look description "Read https://example.com/why, not https://ada@evil.tld"');
    expect(await host.set('look colour pinkish')).toContain('Try #1d4ed8');
    expect(await host.set('look lock-zone on')).toContain('Zone locked: off → on');
    const month = await visit(host.app, `${host.link}?tz=Asia/Tokyo`);
    expect(month.html).toContain('/assets/accent-aabbcc.css');
    expect(textOf(month)).toContain('Europe/Berlin');
    expect(textOf(month)).toContain('All times are in this zone.');
    expect(textOf(month)).not.toContain('Asia/Tokyo');
    expect(month.document.querySelectorAll('.description a').map(({ text }) => text)).toEqual([
      'https://example.com/why',
    ]);
    const page = await host.form('&tz=Asia/Tokyo');
    expect(textOf(page)).toContain('10:00 – 10:30');
    const booked = await send(host.app, page, SAM);
    const manage = await visit(host.app, booked.headers.get('location')!);
    expect(textOf(manage)).toMatch(/10:00 – 10:30 *Europe\/Berlin/);
    expect(manage.html).toContain('/assets/accent-aabbcc.css');
    expect(await host.facts()).toMatchObject({ timeZoneLocked: true });
  });

  it('the sites that may embed the page are set by command, and seen in its headers', async () => {
    const sites = async () =>
      (await visit(host.app, `${host.link}?embed`)).headers.get('content-security-policy');
    expect(await host.set('look embed-sites https://ada.example/contact, *.Ada.Example')).toContain(
      'Embedded by: any site → https://ada.example, https://*.ada.example',
    );
    expect(await sites()).toContain('frame-ancestors https://ada.example https://*.ada.example');
    for (const no of [
      'banana',
      'javascript:alert(1)',
      "'self'",
      'ftp://x.example',
      'a.b; x',
      '*',
    ]) {
      expect(await host.set(`look embed-sites "${no}"`)).toContain("I can't read");
    }
    expect(await host.set('look embed-sites any')).toContain('→ any site');
    expect(await sites()).toContain('frame-ancestors http: https:');
    expect(await host.set('link as:embed')).toContain(
      `<div data-booking="https://book.example.com${host.link}">`,
    );
  });

  it('an address keeps everybody in its zone too', async () => {
    await host.set('set location address "Office" "Torstr. 1, Berlin"');
    expect(textOf(await host.form('&tz=Asia/Tokyo'))).toContain('10:00 – 10:30');
    expect(await host.facts()).toMatchObject({ timeZoneLocked: true });
  });
});
