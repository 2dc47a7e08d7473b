import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBooking } from '../../../test/builders/booking.js';
import { aCalendar } from '../../../test/builders/calendar.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../../../test/e2e/app.js';
import { Database } from '../../database/database.js';
import { Booking } from '../booking.entity.js';
import { ManageLinks } from './manage-links.service.js';
import { MoveBooking } from '../move-booking.service.js';

describe('a manage link', () => {
  let app: TestApp;
  let links: ManageLinks;
  beforeAll(async () => {
    app = await startTestApp();
    links = app.nest.get(ManageLinks);
  });
  afterAll(() => app.stop());

  const booked = async (start: string) => {
    const { uid, manageUrl } = await aBooking(app.nest, await aCalendar(app.nest), start);
    return { uid, manageUrl };
  };
  const read = (uid: string): Promise<Booking> =>
    app.nest.get(Database).read((entities) => entities.findOneOrFail(Booking, { uid }));

  it('is found again as it was given out, also after a move', async () => {
    const { uid, manageUrl } = await booked('2027-02-02T09:00:00Z');
    expect(links.of(await read(uid))).toBe(manageUrl);
    const start = Date.parse('2027-02-03T09:00:00Z');
    const booking = await read(uid);
    await app.nest.get(MoveBooking).run({ booking, start, actor: 'host', reason: null });
    expect(links.of(await read(uid))).toBe(manageUrl);
  });

  it('is no more 30 days after the meeting', async () => {
    const { uid } = await booked('2027-02-04T09:00:00Z');
    app.clock.set('2027-03-06T09:29:59Z');
    expect(links.of(await read(uid))).not.toBeNull();
    app.clock.set('2027-03-06T09:30:00Z');
    expect(links.of(await read(uid))).toBeNull();
    app.clock.set(MONDAY_MORNING);
  });

  it('is kept sealed, and opens in no other booking’s row', async () => {
    const { uid, manageUrl } = await booked('2027-02-05T09:00:00Z');
    const other = await read((await booked('2027-02-05T11:00:00Z')).uid);
    const [row] = await app.database.query<{ whole: string }>(
      'select booking::text as whole from booking where uid = $1',
      [uid],
    );
    expect(row?.whole).not.toContain(new URL(manageUrl).searchParams.get('t'));
    const { sealedManageToken } = await read(uid);
    expect(() => links.of(Object.assign(other, { sealedManageToken }))).toThrow('cannot be opened');
  });
});
