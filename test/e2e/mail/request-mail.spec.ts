import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Booking } from '../../../src/bookings/booking.entity.js';
import { CancelBooking } from '../../../src/bookings/cancel-booking.service.js';
import { ConfirmBooking } from '../../../src/bookings/approval/confirm-booking.service.js';
import { DeclineBooking } from '../../../src/bookings/approval/decline-booking.service.js';
import { MoveBooking } from '../../../src/bookings/move-booking.service.js';
import { AnswerProposal } from '../../../src/bookings/other-times/answer-proposal.service.js';
import { ProposeTimes } from '../../../src/bookings/other-times/propose-times.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { Database } from '../../../src/database/database.js';
import { HostEmail } from '../../../src/hosts/host-email.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { BookingMailJob } from '../../../src/notifications/mail/booking-mail.job.js';
import { aRequest } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { calendarOf, MailServer } from '../../fakes/mail-server.js';
import { startTestApp, type TestApp } from '../app.js';

const LATER = Date.parse('2027-02-04T13:00:00Z');

let server: MailServer;
let app: TestApp;
let calendar: CalendarConfiguration;
beforeAll(async () => {
  server = await MailServer.open();
  app = await startTestApp({ environment: server.environment });
});
beforeEach(async () => {
  server.letters.length = 0;
  const location = { kind: 'link', url: 'https://meet.example.com/ada' } as const;
  calendar = await aCalendar(app.nest, { settings: { approval: 'host', guestLimit: 2, location } });
  await app.nest.get(HostEmail).set(calendar.host.id, 'ada@example.com');
});
afterAll(async () => {
  await app.stop();
  await server.stop();
});

const settled = () => app.nest.get(Jobs).settle(20_000);
const read = (uid: string): Promise<Booking> =>
  app.nest.get(Database).read((entities) => entities.findOneOrFail(Booking, { uid }));
async function requested(): Promise<Booking> {
  const body = aRequest('2027-02-02T09:00:00Z', { guests: ['eve@example.com'] });
  const { json } = await app.ask({ path: `${apiPath(calendar)}/bookings`, body });
  await settled();
  return read(json.uid);
}
const heard = (address: string) =>
  server.to(address).map(({ mail }) => mail.subject?.split(':')[0]);

describe('a request', () => {
  it('invites nobody until the host confirms it, and then guests too', async () => {
    const booking = await requested();
    const [asked] = server.to('sam@example.com');
    expect(asked?.mail.subject).toMatch(/^Requested: Intro call with Ada/);
    expect(asked?.mail.text).toMatch(/Ada answers by \w{3} \d+ Feb 2027, \d\d:\d\d\./);
    expect(asked?.mail.attachments).toEqual([]);
    const [question] = server.to('ada@example.com');
    expect(question?.mail.text).toContain(`bookings confirm ${booking.uid.slice(0, 6)}`);
    expect(question?.mail.text).toContain('eve@example.com');
    expect(heard('eve@example.com')).toEqual([]);
    await app.nest.get(ConfirmBooking).run({ booking });
    await settled();
    expect(heard('sam@example.com')).toEqual(['Requested', 'Confirmed']);
    expect(heard('eve@example.com')).toEqual(['Confirmed']);
    const [, confirmed] = server.to('sam@example.com');
    const [invited] = server.to('eve@example.com');
    if (!confirmed || !invited) throw new Error('Somebody was not told.');
    expect(calendarOf(confirmed).method).toBe('REQUEST');
    expect(calendarOf(confirmed).guests).toEqual([
      ...['mailto:sam@example.com', 'mailto:eve@example.com'],
    ]);
    expect(calendarOf(invited).value('location')).toBe('https://meet.example.com/ada');
    expect(calendarOf(invited).value('uid')).toBe(calendarOf(confirmed).value('uid'));
    expect(invited.mail.text).not.toContain('?t=');
    expect(calendarOf(invited).text).not.toContain('?t=');
  });

  it('that is declined ends in a mail without a calendar', async () => {
    const booking = await requested();
    await app.nest.get(DeclineBooking).run({ booking, reason: 'On leave' });
    await settled();
    const [, declined] = server.to('sam@example.com');
    expect(declined?.mail.subject).toMatch(/^Declined: /);
    expect(declined?.mail.text).toContain('On leave');
    expect(declined?.mail.text).toContain('https://book.example.com/');
    expect(declined?.mail.attachments).toEqual([]);
    expect(heard('eve@example.com')).toEqual([]);
  });

  it('that its attendee moves is a request anew, and no business of guests', async () => {
    const booking = await requested();
    const move = { booking, start: LATER, actor: 'attendee', reason: null } as const;
    await app.nest.get(MoveBooking).run(move);
    await settled();
    const former = 'Before\n  Tuesday 2 February 2027';
    expect(heard('sam@example.com')).toEqual(['Requested', 'Requested']);
    const asked = server.to('sam@example.com').at(-1)?.mail.text;
    expect(asked).toContain('Ada answers by Wed 3 Feb 2027, 08:00.');
    expect(asked).toContain(former);
    expect(heard('ada@example.com')).toEqual(['Requested', 'Requested']);
    const question = server.to('ada@example.com').at(-1)?.mail.text;
    expect(question).toContain(`bookings confirm ${booking.uid.slice(0, 6)}`);
    expect(question).toContain(former);
    expect(heard('eve@example.com')).toEqual([]);
    await app.nest.get(ConfirmBooking).run({ booking: await read(booking.uid) });
    await settled();
    expect(heard('eve@example.com')).toEqual(['Confirmed']);
  });

  it('that its host moves stands from then on, until the calendar entry is taken back', async () => {
    const booking = await requested();
    const move = { booking, start: LATER, actor: 'host', reason: null } as const;
    await app.nest.get(MoveBooking).run(move);
    await settled();
    expect(heard('eve@example.com')).toEqual(['Booked']);
    const cancellation = { booking: await read(booking.uid), actor: 'host', reason: null } as const;
    await app.nest.get(CancelBooking).run(cancellation);
    await settled();
    expect(heard('sam@example.com')).toEqual(['Requested', 'Moved', 'Cancelled']);
    for (const address of ['sam@example.com', 'eve@example.com']) {
      const entries = server.to(address).slice(-2).map(calendarOf);
      expect(entries.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL']);
    }
  });

  it('with other times in view says until when they are held', async () => {
    const booking = await requested();
    await app.nest.get(ProposeTimes).run({ booking, starts: [LATER], reason: null });
    await settled();
    const held = /It is held until Tue 2 Feb 2027, 08:00\./;
    expect(server.to('sam@example.com').at(-1)?.mail.text).toMatch(held);
    expect(server.to('ada@example.com').at(-1)?.mail.text).toMatch(held);
  });

  it.each(['waits', 'stands'])(
    'that %s and gets a proposed time says both times',
    async (state) => {
      const booking = await requested();
      if (state === 'stands') await app.nest.get(ConfirmBooking).run({ booking });
      const proposal = { booking: await read(booking.uid), starts: [LATER], reason: null };
      await app.nest.get(ProposeTimes).run(proposal);
      await settled();
      const present = await read(booking.uid);
      await app.nest.get(AnswerProposal).run({ booking: present, start: LATER });
      await settled();
      const word = state === 'waits' ? 'Confirmed' : 'Moved';
      const says = {
        'sam@example.com': 'You picked one of the times that Ada proposed.',
        'ada@example.com': 'Sam Rivers picked one of the times that you proposed.',
      };
      for (const [address, sentence] of Object.entries(says)) {
        const { mail } = server.to(address).at(-1)!;
        expect(mail.subject).toMatch(new RegExp(`^${word}: .*Thu 4 Feb 2027, 14:00$`));
        expect(mail.text).toContain(sentence);
        expect(mail.text).toMatch(
          /When\n {2}Thursday 4 February[^]*Before\n {2}Tuesday 2 February/,
        );
      }
      const invited = server.to('eve@example.com').at(-1)?.mail.text;
      expect(invited?.includes('Before')).toBe(state === 'stands');
    },
  );

  it('to move waits with the old time in the calendar, and moves it when confirmed', async () => {
    const booking = await requested();
    await app.nest.get(ConfirmBooking).run({ booking });
    await settled();
    const start = LATER;
    const actor = 'attendee' as const;
    await app.nest.get(MoveBooking).run({
      ...{ booking: await read(booking.uid), start, actor, reason: null },
    });
    await settled();
    const asked = server.to('sam@example.com').at(-1);
    expect(asked?.mail.subject).toMatch(/^New time requested: .*Tue 2 Feb 2027, 10:00$/);
    expect(asked?.mail.text).toContain('Asked for\n  Thu 4 Feb 2027, 14:00');
    expect(asked?.mail.text).toMatch(/Ada answers by Tue 2 Feb 2027, 08:00\./);
    // The entry that came with the confirmation still says how it stands.
    expect(asked?.mail.attachments).toEqual([]);
    expect(server.to('ada@example.com').at(-1)?.mail.text).toMatch(
      /Answer by Tue 2 Feb 2027, 08:00: \/schedule bookings confirm /,
    );
    await app.nest.get(ConfirmBooking).run({ booking: await read(booking.uid) });
    await settled();
    const moved = server.to('sam@example.com').at(-1);
    if (!moved) throw new Error('There is no mail.');
    expect(moved.mail.subject).toMatch(/^Moved: .*Thu 4 Feb 2027, 14:00$/);
    expect(moved.mail.text).toContain('Ada accepted the time you asked for.');
    expect(calendarOf(moved).value('dtstart')).toBe('2027-02-04T14:00:00');
    await app.nest.get(CancelBooking).run({
      ...{ booking: await read(booking.uid), actor, reason: null },
    });
    await settled();
    expect(heard('eve@example.com')).toEqual(['Confirmed', 'Moved', 'Cancelled']);
  });

  it('to move brings the calendar entry along for whoever never got the confirmation', async () => {
    const booking = await requested();
    await server.stop();
    await app.nest.get(ConfirmBooking).run({ booking });
    const move = { start: LATER, actor: 'attendee', reason: null } as const;
    await app.nest.get(MoveBooking).run({ booking: await read(booking.uid), ...move });
    await settled();
    await server.start();
    const { id, sequence } = await read(booking.uid);
    await app.nest.get(BookingMailJob).tell(id, sequence);
    const asked = server.to('sam@example.com').at(-1);
    if (!asked) throw new Error('There is no mail.');
    expect(asked.mail.subject).toMatch(/^New time requested: /);
    expect(calendarOf(asked).value('dtstart')).toBe('2027-02-02T10:00:00');
  });
});
