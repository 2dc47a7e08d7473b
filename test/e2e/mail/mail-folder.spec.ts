import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { Booking } from '../../../src/bookings/booking.entity.js';
import { Database } from '../../../src/database/database.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { Receipts } from '../../../src/notifications/receipts.service.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import { arrive, headingOf, links, textOf } from '../page/visitor.js';

describe('without SMTP_URL', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it('each mail is a file that only its owner reads, and receipt and page say so', async () => {
    const { uid, manageUrl } = await aBooking(
      app.nest,
      await aCalendar(app.nest),
      '2027-02-02T09:00:00Z',
    );
    await app.nest.get(Jobs).settle(10_000);
    const folder = join(app.dataDir, 'mail');
    const names = await readdir(folder);
    expect(names).toEqual([
      expect.stringMatching(/^20270201T070000Z-[0-9a-z]{20}-[0-9a-f]{12}\.eml$/),
    ]);
    const file = join(folder, names[0] ?? '');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const mail = await simpleParser(await readFile(file));
    expect(mail.subject).toContain('Booked: Intro call with Ada');
    expect(mail.text).toContain(manageUrl);

    const { id } = await app.nest
      .get(Database)
      .read((entities) => entities.findOneOrFail(Booking, { uid }));
    const receipts = await app.nest.get(Receipts).ofBooking(id);
    expect(receipts.filter(({ kind }) => kind.startsWith('mail '))).toMatchObject([
      {
        ...{ kind: 'mail booked', recipient: 'attendee', state: 'kept' },
        why: `No mail server is set up. It is kept as mail/${names[0]} in the data folder.`,
      },
    ]);
    const { pathname, search } = new URL(manageUrl);
    const page = await arrive(app, pathname + search);
    expect(textOf(page)).toContain('No e-mail will be sent. Save this page’s link.');
    const found = textOf(await arrive(app, '/b/find'));
    expect(found).toContain('This server sends no e-mail');
    expect(found).toContain('kept as files for its operator. Ask the host you booked with');
    const wrong = await arrive(app, `${pathname}?t=wrong`);
    expect(headingOf(wrong)).toBe('This link doesn’t work');
    expect(links(wrong)).not.toContain('Find my bookings');
  });
});
