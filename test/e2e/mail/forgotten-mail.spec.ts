import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { Jobs } from '../../../src/jobs/jobs.js';
import type { ChatPerson } from '../../../src/hosts/identities.service.js';
import { ChatRoom, SETUP } from '../../chat/chat-room.js';

/** No mail server is set up, so every mail is kept. */
let room: ChatRoom;
let ada: ChatPerson;
beforeAll(async () => {
  room = await ChatRoom.open();
  ada = room.newcomer();
  await room.hear(ada, SETUP);
  await room.hear(ada, '/schedule account email ada@example.com');
}, 60_000);
afterAll(() => room.close());

const settled = () => room.app.nest.get(Jobs).settle(20_000);
async function book(person: ChatPerson, when: string): Promise<string> {
  await room.hear(person, `/book @${ada.userKey} ${when}`);
  for (const text of [`${person.userKey}@example.com`, 'My secret']) await room.hear(person, text);
  const answer = await room.says(person, 'yes');
  await settled();
  return answer;
}
/** The kept mails in which this is said, in any part. */
async function keptWith(text: string): Promise<number> {
  const folder = join(room.app.dataDir, 'mail');
  const mails = await Promise.all(
    (await readdir(folder)).map(async (name) => simpleParser(await readFile(join(folder, name)))),
  );
  return mails.filter((mail) => JSON.stringify(mail).includes(text)).length;
}
/** The answers that are remembered about this person's bookings, and those about anybody's. */
async function remembered({ name }: ChatPerson): Promise<readonly [own: number, all: number]> {
  const [row] = await room.app.database.query<{ own: number; all: number }>(
    `select count(*) filter (where b.attendee_name = $1)::int as own, count(*)::int as all
       from idempotency_key k join booking b on b.uid = k.booking_uid
      where k.sealed_response is not null`,
    [name],
  );
  return [row?.own ?? 0, row?.all ?? 0];
}

describe('after booking', () => {
  it('the host’s own text is in the answer and in the mail, as text', async () => {
    const text = 'Bring an ID <b>now</b>. See https://example.com/map';
    await room.hear(ada, `/schedule set after-booking "${text}"`);
    const grace = room.newcomer();
    expect(await book(grace, '2027-02-03 10:00')).toContain(`From ${ada.name}:\n${text}`);
    const folder = join(room.app.dataDir, 'mail');
    const mails = await Promise.all(
      (await readdir(folder)).map(async (name) => simpleParser(await readFile(join(folder, name)))),
    );
    const mail = mails.find(({ to }) => JSON.stringify(to).includes(`${grace.userKey}@`));
    expect(mail?.text).toContain(`From ${ada.name}\n  ${text}`);
    expect(String(mail?.html)).toContain('Bring an ID &lt;b>now&lt;/b>. See https://example.com');
    expect(String(mail?.html)).not.toContain('href="https://example.com');
    await room.hear(ada, '/schedule set after-booking none');
  });
});

describe('who is forgotten', () => {
  it('is in no kept mail and in no remembered answer; others stay', async () => {
    const [grace, sam] = [room.newcomer(), room.newcomer()];
    await book(grace, '2027-02-02 10:00');
    await book(sam, '2027-02-02 12:00');
    // To the attendee and to the host, each.
    expect([await keptWith(grace.name), await keptWith(sam.name)]).toEqual([2, 2]);
    const [own, all] = await remembered(grace);
    expect(own).toBeGreaterThan(0);
    room.app.clock.set('2027-02-03T07:00:00Z');
    const question = await room.hear(grace, '/book forget');
    await room.choose(grace, question, 'yes');
    await settled();
    // What follows the erasing is told to nobody by name.
    expect([await keptWith(grace.name), await keptWith(sam.name)]).toEqual([0, 2]);
    expect(await keptWith(`${grace.userKey}@example.com`)).toBe(0);
    expect(await remembered(grace)).toEqual([0, all - own]);
  });
});
