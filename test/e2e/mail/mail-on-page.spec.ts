import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Booking } from '../../../src/bookings/booking.entity.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { Database } from '../../../src/database/database.js';
import { HostEmail } from '../../../src/hosts/host-email.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { BookingMailJob } from '../../../src/notifications/mail/booking-mail.job.js';
import { aRequest } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { MailServer } from '../../fakes/mail-server.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../app.js';
import { textOf, visit } from '../page/visitor.js';

const HANDED_OVER =
  /Mail to you was handed to the mail server on \w+ \d+ \w+( \d{4})?, \d\d:\d\d\./;
const DELAYED = 'Mail delayed; we keep trying.';
const REFUSED = 'Our mail to you was refused by your mail server: check the address.';
const GIVEN_UP = 'Our mail to you could not be sent. Save this page’s link.';

let server: MailServer;
let app: TestApp;
let calendar: CalendarConfiguration;
beforeAll(async () => {
  server = await MailServer.open();
  app = await startTestApp({ environment: server.environment });
});
beforeEach(async () => {
  server.trouble = 'none';
  server.unknown.clear();
  app.clock.set(MONDAY_MORNING);
  calendar = await aCalendar(app.nest, { settings: { guestLimit: 1 } });
});
afterAll(async () => {
  await app.stop();
  await server.stop();
});

interface Booked {
  readonly uid: string;
  readonly manageUrl: string;
}

/** What its page says, once everything that can be sent was. */
async function pageOf({ manageUrl }: Booked): Promise<string> {
  await app.nest.get(Jobs).settle(20_000);
  const { pathname, search } = new URL(manageUrl);
  return textOf(await visit(app, pathname + search));
}

async function booked(email: string, start = '2027-02-09T09:00:00Z'): Promise<Booked> {
  const attendee = { name: 'Sam Rivers', email, timeZone: 'Europe/Berlin' };
  const body = aRequest(start, { attendee, guests: ['kim@example.com'] });
  return (await app.ask({ path: `${apiPath(calendar)}/bookings`, body })).json;
}

async function tryAgain({ uid }: Booked): Promise<void> {
  const { id, sequence } = await app.nest
    .get(Database)
    .read((entities) => entities.findOneOrFail(Booking, { uid }));
  await app.nest.get(BookingMailJob).tell(id, sequence);
}

describe('the page of a booking', () => {
  it('says that the mail is delayed, and later when it was handed over', async () => {
    server.trouble = 'busy';
    const booking = await booked('sam@example.com');
    expect(await pageOf(booking)).toContain(DELAYED);
    server.trouble = 'none';
    await tryAgain(booking);
    const page = await pageOf(booking);
    expect(page).toMatch(HANDED_OVER);
    expect(page).not.toMatch(/delayed|delivered/);
  });

  it('says that the mail was refused, and that it is left out after three refusals', async () => {
    server.unknown.add('gone@example.com');
    for (const hour of ['09', '10', '11']) {
      const page = await pageOf(await booked('gone@example.com', `2027-02-09T${hour}:00:00Z`));
      expect(page).toContain(REFUSED);
    }
    const offered = server.offered.length;
    expect(await pageOf(await booked('gone@example.com', '2027-02-09T12:00:00Z'))).toContain(
      REFUSED,
    );
    expect(server.offered.slice(offered)).not.toContain('gone@example.com');
  });

  it('says when trying was given up', async () => {
    server.trouble = 'busy';
    const booking = await booked('sam@example.com');
    await pageOf(booking);
    app.clock.set('2027-02-04T07:00:00Z');
    await tryAgain(booking);
    expect(await pageOf(booking)).toContain(GIVEN_UP);
  });

  it('tells attendees nothing about the mail of others', async () => {
    await app.nest.get(HostEmail).set(calendar.host.id, 'ada@example.com');
    server.unknown.add('ada@example.com').add('kim@example.com');
    const page = await pageOf(await booked('sam@example.com'));
    expect(page).toMatch(HANDED_OVER);
    expect(page).not.toContain('refused');
  });

  it('says nothing of mail once the meeting was called off', async () => {
    server.trouble = 'busy';
    const booking = await booked('sam@example.com');
    await pageOf(booking);
    const { pathname, search } = new URL(booking.manageUrl);
    await app.ask({
      method: 'POST',
      path: `/api/v1/bookings/${booking.uid}/cancel`,
      token: new URLSearchParams(search).get('t') ?? '',
      body: {},
    });
    const page = textOf(await visit(app, pathname + search));
    expect(page).not.toMatch(/[Mm]ail/);
  });
});
