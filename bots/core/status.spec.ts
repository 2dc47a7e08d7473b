import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { StatusBoard } from '../../src/shared/status-board.js';
import { ChatRoom, SETUP } from '../../test/chat/chat-room.js';
import { MailServer } from '../../test/fakes/mail-server.js';

let room: ChatRoom;
let mail: MailServer;
let host: ChatPerson;
let admin: ChatPerson;
beforeAll(async () => {
  mail = await MailServer.open();
  const url = String(mail.environment['SMTP_URL']).replace('//', '//desk:hush@');
  room = await ChatRoom.open({ environment: { ...mail.environment, SMTP_URL: url } });
  [host, admin] = [room.newcomer(), room.newcomer()];
  room.platform.profiles.set(admin.userKey, { isAdmin: true });
  await room.hear(host, SETUP);
}, 60_000);
afterAll(async () => {
  await room.close();
  await mail.stop();
});

const status = (): Promise<string> => room.says(admin, '/schedule-admin status');
const book = (time: string) =>
  room.says(host, `/schedule bookings add sam@example.com 2027-02-02 ${time}`);

describe('the state of the whole', () => {
  it('is told to admins alone', async () => {
    expect(await room.says(host, '/schedule-admin status')).toContain('Only admins may do that');
  });

  it('says what runs, on what, and what is connected', async () => {
    await room.app.nest.get(Jobs).settle(10_000);
    room.app.clock.set('2027-02-01T10:00:00Z');
    const told = await status();
    expect(told).toMatch(
      /Vis-à-vis \d+\.\d+\.\d+ at https:\/\/book\.example\.com, running for 3 hours\./,
    );
    expect(told).toContain('Database: takes bookings.');
    expect(told).toMatch(/PostgreSQL 1[4-9][.\d]*, on a server of yours; \d+ migrations applied/);
    expect(told).toContain('Jobs: none waits, and none was given up.');
    expect(told).toMatch(/Mail: goes to 127\.0\.0\.1:\d+, from booking@book\.example\.com\./);
    expect(told).toContain('Chat: connected to console, fake.');
    expect(told).toContain('In this workspace: hosts 1, booking calendars 1, alert channels 1.');
    expect(told).toContain('API keys in this workspace: 0.');
  });

  it('names what waits, what was refused, and where no card arrives', async () => {
    await mail.stop();
    room.platform.trouble = 'channel-gone';
    await room.hear(host, '/schedule account api-key Robot');
    await book('10:00');
    await room.app.nest.get(Jobs).settle(10_000);
    const told = await status();
    expect(told).toMatch(/Jobs: \d+ waiting, [1-9] to be tried again, 0 given up\./);
    expect(told).toContain('The oldest has waited for less than a minute.');
    expect(told).toContain('In the last day: 0 handed over, 0 kept, 1 waiting, 0 refused.');
    expect(told).toContain('#bookings: the last card could not be posted, less than a minute ago.');
    expect(told).toContain('API keys in this workspace: 1.');
    expect(told).not.toMatch(/hush|desk|sam/);
    room.platform.trouble = 'none';
  });

  it('is told without the part that does not answer', async () => {
    room.app.nest.get(StatusBoard).serve('mail', () => Promise.reject(new Error('No.')));
    const told = await status();
    expect(told).toContain('Mail: no answer within a few seconds.');
    expect(told).toContain('Chat: connected to console, fake.');
  });
});
