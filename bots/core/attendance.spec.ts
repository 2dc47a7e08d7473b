import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aBooking } from '../../test/builders/booking.js';
import { ChatRoom, SETUP } from '../../test/chat/chat-room.js';
import type { BookedAnswer } from '../../src/bookings/booking-answer.js';
import { CalendarRepository } from '../../src/calendars/calendar.repository.js';
import { Database } from '../../src/database/database.js';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';

const BEFORE = '2027-02-01T07:00:00Z';
const DURING = '2027-02-02T09:10:00Z';

describe('attendance', () => {
  let room: ChatRoom;
  let ada: ChatPerson;
  let booking: BookedAnswer;

  beforeAll(async () => {
    room = await ChatRoom.open();
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    room.app.clock.set(BEFORE);
    ada = room.newcomer();
    await room.hear(ada, SETUP);
    const { hostId } = await room.app.nest.get(Identities).identify(ada);
    const [calendar] = await room.app.nest
      .get(Database)
      .read((em) => room.app.nest.get(CalendarRepository).ofHost(em, hostId ?? ''));
    if (!calendar) throw new Error('There is no calendar.');
    booking = await aBooking(room.app.nest, calendar, '2027-02-02T09:00:00Z');
  });

  const code = (): string => booking.uid.slice(0, 6);
  const statuses = async (): Promise<string[]> => {
    const rows = await room.app.database.query<{ status: string }>(
      `select status from booking where uid = '${booking.uid}'`,
    );
    return rows.map(({ status }) => status);
  };

  it('cannot be noted before the meeting begins', async () => {
    const answer = await room.says(ada, `/schedule bookings attendance ${code()} no`);
    expect(answer).toContain('once the meeting has begun');
    expect(await room.says(ada, '/schedule bookings attendance')).toContain('No meeting began');
    expect(await statuses()).toEqual(['confirmed']);
  });

  it('is noted by a press on the list, and corrected by another', async () => {
    room.app.clock.set(DURING);
    const list = await room.hear(ada, '/schedule bookings attendance');
    const [button] = list.buttons ?? [];
    expect(button).toMatchObject({ verb: 'no-show', subject: booking.uid });
    const noted = { verb: 'no-show' as const, subject: booking.uid };
    expect(await room.press(ada, noted)).toBe('Noted: Sam Rivers did not come.');
    expect(await statuses()).toEqual(['no_show']);
    expect(await room.says(ada, `/schedule bookings attendance ${code()} yes`)).toContain('came.');
    expect(await statuses()).toEqual(['showed']);
  });

  it('noted while the meeting lasts leaves its time to it', async () => {
    await room.hear(ada, '/schedule set notice 0');
    await room.hear(ada, '/schedule set duration 15');
    room.app.clock.set(DURING);
    for (const came of ['yes', 'no']) {
      await room.says(ada, `/schedule bookings attendance ${code()} ${came}`);
      const why = await room.says(ada, '/schedule why 2027-02-02 10:15');
      expect(why).toContain('another booking');
    }
  });

  it('is noted once, however often it is said', async () => {
    room.app.clock.set(DURING);
    await room.says(ada, `/schedule bookings attendance ${code()} no`);
    await room.says(ada, `/schedule bookings attendance ${code()} no`);
    const changes = await room.app.database.query<{ kind: string }>(
      `select c.kind from booking_change c join booking b on b.id = c.booking_id
        where b.uid = '${booking.uid}' order by c.sequence`,
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['booked', 'no_show']);
  });

  it('of a cancelled meeting is not noted', async () => {
    await room.says(ada, `/schedule bookings cancel ${code()} --yes`);
    room.app.clock.set(DURING);
    const answer = await room.says(ada, `/schedule bookings attendance ${code()} no`);
    expect(answer).toContain('cancelled already');
  });

  it('is the business of the host alone', async () => {
    room.app.clock.set(DURING);
    const bob = room.newcomer();
    await room.hear(bob, SETUP);
    const answer = await room.press(bob, { verb: 'no-show', subject: booking.uid });
    expect(answer).toContain('no booking');
    expect(await statuses()).toEqual(['confirmed']);
  });
});
