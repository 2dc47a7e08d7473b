import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AffectedQuestions } from '../../src/bookings/affected/affected-questions.service.js';
import { Booking } from '../../src/bookings/booking.entity.js';
import { CalendarRepository } from '../../src/calendars/calendar.repository.js';
import { Database } from '../../src/database/database.js';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import { newUid } from '../../src/shared/random.js';
import { aBooking } from '../../test/builders/booking.js';
import { answerText, ChatRoom, SETUP } from '../../test/chat/chat-room.js';
import { contentOf } from '../../test/e2e/stored.js';
import { Assistant } from './assistant.js';
import type { ButtonVerb } from './message.js';

let room: ChatRoom;
let eve: ChatPerson;
/** Things of Ada, and things of nobody, by kind. */
let theirs: Readonly<Record<string, string>>;
const nobodys: Readonly<Record<string, string>> = {
  ...{ booking: newUid(), calendar: 'no-such-calendar', key: randomUUID() },
  ...{ change: randomUUID(), affected: randomUUID(), handover: randomUUID() },
  person: randomUUID(),
};

beforeAll(async () => {
  room = await ChatRoom.open();
  const [ada, bob] = [room.newcomer(), room.newcomer()];
  eve = room.newcomer();
  for (const person of [ada, eve]) await room.hear(person, SETUP);
  const changed = await room.hear(ada, '/schedule set title "Advice"');
  await room.hear(ada, '/schedule account api-key Robot');
  const identity = await room.app.nest.get(Identities).identify(ada);
  const database = room.app.nest.get(Database);
  const [calendar] = await database.read((em) =>
    room.app.nest.get(CalendarRepository).ofHost(em, identity.hostId!),
  );
  const { uid } = await aBooking(room.app.nest, calendar!, '2027-02-02T09:00:00Z');
  const booking = await database.read((em) => em.findOneOrFail(Booking, { uid }));
  await room.hear(ada, `/schedule calendar host @${bob.userKey} --bookings keep`);
  const [key] = await room.app.database.query<{ id: string }>('select id from api_key');
  theirs = {
    ...{ booking: uid, calendar: calendar!.slug, key: key!.id, person: identity.id },
    change: changed.buttons!.find(({ verb }) => verb === 'undo')!.subject,
    affected: await room.app.nest.get(AffectedQuestions).ask(identity.hostId!, [booking]),
    handover: room.toldButton('accept-host').subject,
  };
}, 60_000);
afterAll(() => room.close());

/** What is said, with the name that was used taken out. */
const saidOf = async (answer: Promise<string>, name: string): Promise<string> =>
  (await answer).replaceAll(name, '…').replaceAll(name.slice(0, 6), '…');

const COMMANDS: readonly (readonly [string, string])[] = [
  ...['confirm', 'decline', 'cancel', 'receipts', 'attendance'].map(
    (verb) => ['booking', `/schedule bookings ${verb} %`] as const,
  ),
  ['booking', '/schedule bookings move % 2027-02-03 11:00'],
  ['booking', '/schedule bookings propose % 2027-02-03 11:00'],
  ['booking', '/book move %'],
  ['booking', '/book cancel %'],
  ['key', '/schedule account revoke % --yes'],
];

const PRESSES: readonly (readonly [ButtonVerb, string])[] = [
  ...(['confirm', 'decline', 'propose', 'cancel', 'reschedule', 'showed', 'no-show'] as const).map(
    (verb) => [verb, 'booking'] as const,
  ),
  ...(['move-mine', 'cancel-mine', 'withdraw-move', 'keep-time', 'take-none'] as const).map(
    (verb) => [verb, 'booking'] as const,
  ),
  ...(['accept-host', 'decline-host'] as const).map((verb) => [verb, 'handover'] as const),
  ...(['keep-affected', 'move-affected', 'cancel-affected'] as const).map(
    (verb) => [verb, 'affected'] as const,
  ),
  ['undo', 'change'],
  ...(['forget-all', 'forget-past'] as const).map((verb) => [verb, 'person'] as const),
];

/** Lines that open a window. */
const WINDOWS = ['bookings move', 'bookings propose', 'bookings cancel'];

describe('C1 what belongs to another host does not exist', () => {
  it.each(COMMANDS)('in a command about a %s: %s', async (kind, line) => {
    const before = await contentOf(room.app.database);
    const named = (name: string) => {
      const word = kind === 'booking' ? name.slice(0, 6) : name;
      return saidOf(room.says(eve, line.replace('%', word)), word);
    };
    expect(await named(theirs[kind]!)).toBe(await named(nobodys[kind]!));
    const after = await contentOf(room.app.database);
    expect({ ...after, chat_identity: '', dialogue: '' }).toEqual({
      ...before,
      ...{ chat_identity: '', dialogue: '' },
    });
  });

  it.each(WINDOWS)('in the window of %s, which says where codes are', async (path) => {
    const opened = async (code: string): Promise<string> => {
      const wish = room.app.nest.get(Assistant).formAskedFor(`/schedule ${path} ${code}`);
      return wish ? answerText(await room.wishForm(eve, wish)) : '';
    };
    for (const code of ['zzz', theirs['booking']!.slice(0, 6)]) {
      const refused = `You have no booking with the code “${code}”. See the codes with:`;
      expect(await opened(code)).toContain(refused);
    }
  });

  it.each(PRESSES)('in a pressed button: %s', async (verb, kind) => {
    const before = await contentOf(room.app.database);
    const pressed = (subject: string) => saidOf(room.press(eve, { verb, subject }), subject);
    const answer = await pressed(theirs[kind]!);
    expect(answer).toBe(await pressed(nobodys[kind]!));
    expect(await pressed('nonsense')).toBe(answer);
    const after = await contentOf(room.app.database);
    expect({ ...after, chat_identity: '' }).toEqual({ ...before, chat_identity: '' });
  });

  it('in the name of a calendar, which reaches one’s own alone', async () => {
    const answer = await room.says(eve, `/schedule calendar delete ${theirs['calendar']!} --yes`);
    expect(answer).not.toContain('Advice');
    const [left] = await room.app.database.query<{ count: string }>(
      `select count(*) from booking_calendar where title = 'Advice' and deleted_at is null`,
    );
    expect(left?.count).toBe('1');
  });
});
