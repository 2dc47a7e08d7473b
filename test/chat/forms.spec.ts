import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Assistant } from '../../bots/core/assistant.js';
import type { Form, FormValues } from '../../bots/core/forms/form.js';
import { type CommandEntry, DEFAULT_COMMAND_NAMES } from '../../bots/core/grammar/command-entry.js';
import { grammarNamed } from '../../bots/core/grammar/grammar.js';
import { parseTextCommand } from '../../bots/core/grammar/text-command.parser.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { answerText, ChatRoom, formIn, SETUP, textOf } from './chat-room.js';

let room: ChatRoom;
let ada: ChatPerson;

beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
afterAll(() => room.close());
beforeEach(() => {
  ada = room.newcomer();
});

const valueIn = (form: Form, id: string): string | undefined =>
  form.fields.find((field) => field.id === id)?.value;

const askedFor = (line: string): string | undefined =>
  room.app.nest.get(Assistant).formAskedFor(line)?.kind;

describe('a window', () => {
  it('opens for a line that lacks something, and for no other', () => {
    expect(askedFor('/schedule setup')).toBe('setup');
    expect(askedFor('/schedule setup --title Coffee')).toBe('setup');
    expect(askedFor(SETUP)).toBeUndefined();
    expect(askedFor('/schedule hours set')).toBe('hours');
    expect(askedFor('/schedule hours set mon 9-12')).toBeUndefined();
    expect(askedFor('/schedule hours')).toBeUndefined();
    expect(askedFor('/schedule settings')).toBe('settings');
    expect(askedFor('/schedule set')).toBe('settings');
    expect(askedFor('/schedule set title')).toBe('command');
    expect(askedFor('/schedule set title Coffee')).toBeUndefined();
    expect(askedFor('/schedule set templates')).toBeUndefined();
    expect(askedFor('/schedule calendar delegate')).toBeUndefined();
    expect(askedFor('/schedule calendar delegate add')).toBe('command');
    expect(askedFor('/schedule nonsense')).toBeUndefined();
    expect(askedFor('book with ada')).toBeUndefined();
  });
});

describe('the set-up in a window', () => {
  it('proposes everything, shows the next free times, and saves what the line would', async () => {
    const form = await room.openForm(ada, '/schedule setup --duration 45');
    expect(valueIn(form, 'duration')).toBe('45');
    expect(valueIn(form, 'timezone')).toBe('Europe/Berlin');
    expect(textOf(form)).toBe(
      'New booking calendar\nNext free times:\n• <time>\n• <time>\n• <time>',
    );
    const filled = room.filled(form, { title: 'Coffee', alerts: '#bookings #everybody' });
    const saved = answerText(await room.submitForm(ada, filled));
    expect(saved).toContain('#everybody is open to everybody here or shared with others, so');
    expect(saved).toContain('Saved: Coffee (45 min, Mon–Fri 09:00–17:00, Europe/Berlin).');
    expect(saved).toContain('https://book.example.com/');
    expect(saved).toContain('Alerts: #bookings');
  });

  it('shows other times at once where something is changed', async () => {
    const form = await room.openForm(ada, '/schedule setup');
    const shown = async (hours: string) =>
      answerText(await room.changeForm(ada, room.filled(form, { hours }), 'hours'));
    expect(await shown('sat 10-14')).toContain('• <time>');
    expect(await shown('sat 14-')).toBe('New booking calendar');
  });

  it('made twice makes one calendar', async () => {
    const form = await room.openForm(ada, '/schedule setup');
    const twice = [room.filled(form), room.filled(form)];
    const [one, other] = await Promise.all(twice.map((filled) => room.submitForm(ada, filled)));
    expect(other).toEqual(one);
    expect(await room.says(ada, '/schedule calendar')).not.toContain('2. ');
    const another = room.filled(await room.openForm(ada, '/schedule setup'));
    await room.submitForm(ada, another);
    expect(await room.says(ada, '/schedule calendar')).toContain('2. ');
  });

  it('says at each field what is wrong, and keeps what was typed', async () => {
    const form = await room.openForm(ada, '/schedule setup');
    const filled = room.filled(form, { title: '', hours: 'whenever', duration: '45' });
    const wrong = room.app.nest.get(Assistant).checkForm(filled);
    expect(wrong).toEqual({ title: 'This is needed.', hours: expect.stringContaining('whenever') });
    const again = formIn(await room.submitForm(ada, filled));
    expect(valueIn(again, 'hours')).toBe('whenever');
    expect(valueIn(again, 'duration')).toBe('45');
    expect(textOf(again)).toContain('Hours: ');
  });

  it('says where a time can be written that there is none, where nothing can be picked', () => {
    const wrong = (values: FormValues) =>
      room.app.nest
        .get(Assistant)
        .checkForm({ kind: 'other-time', subject: 'x', timeZone: 'UTC', values });
    expect(Object.keys(wrong({ how: 'move', times: '', words: '' }))).toEqual(['times']);
    expect(Object.keys(wrong({ how: 'move', words: '' }))).toEqual(['words']);
  });

  it('asks before it saves hours past midnight, and takes a yes to these and to no others', async () => {
    const form = await room.openForm(ada, '/schedule setup');
    const late = room.filled(form, { hours: 'mon-fri 10-4' });
    const asked = formIn(await room.submitForm(ada, late));
    expect(textOf(asked)).toContain('past midnight');
    expect(await room.says(ada, 'yes')).not.toContain('Saved');
    const meant = asked.fields.find(({ id }) => id === 'meant')?.options?.[0]?.id ?? '';
    const other = room.filled(asked, { hours: 'mon-fri 11-4', meant });
    expect((await room.submitForm(ada, other)).kind).toBe('form');
    expect(answerText(await room.submitForm(ada, room.filled(asked, { meant })))).toContain(
      'Saved',
    );
  });

  it('is refused to whoever may not host, when it opens and when it is handed in', async () => {
    const form = await room.openForm(ada, '/schedule setup');
    room.platform.profiles.set(ada.userKey, { mayHost: false });
    const wish = { kind: 'setup', subject: '', values: {} };
    const refused = await room.wishForm(ada, wish);
    expect(refused.kind).toBe('message');
    expect(await room.submitForm(ada, room.filled(form))).toEqual(refused);
    expect(await room.says(ada, '/schedule calendar')).toContain('You have no booking calendar');
  });
});

/** Every command that has to be told something, and asks for it in no form of its own. */
const ASKING = grammarNamed()
  .commands.filter(({ form, later }) => form === null && later === null)
  .filter((command) => command.arguments.some(({ isRequired }) => isRequired))
  .filter(({ top, path }) => `${top} ${path}` !== 'book with');

const isChoosing = (command: CommandEntry): boolean =>
  command.arguments.some(({ type, isRequired }) => type === 'booking' && isRequired);

const lineOf = ({ top, path }: CommandEntry): string => `/${DEFAULT_COMMAND_NAMES[top]} ${path}`;

/** The first example of each that is about no booking. */
const EXAMPLES = ASKING.filter((command) => !isChoosing(command)).map(
  (command) => [lineOf(command), command.examples[0]] as const,
);

describe('the window of every command', () => {
  it.each(EXAMPLES)('%s leads to what its line leads to', async (line, example = '') => {
    const [top = ''] = line.split(' ');
    const parsed = parseTextCommand(`${top} ${example}`, grammarNamed());
    const words = parsed.ok ? [...parsed.value.values] : [];
    const values = words.map(([name, text]) => [
      text.includes('@e') ? `${name} email` : name,
      text,
    ]);
    const twin = { ...room.newcomer(), workspace: 'elsewhere' };
    room.platform.profiles.set(ada.userKey, { isAdmin: true });
    room.platform.profiles.set(twin.userKey, { isAdmin: true });
    await room.hear(ada, SETUP);
    await room.hear(twin, SETUP);
    const said = await room.says(ada, `${top} ${example}`);
    const filled = await room.fillIn(twin, line, Object.fromEntries(values));
    const [first = ''] = said.split('\n');
    expect(filled).toContain(first);
  });
});

describe('the window of a command', () => {
  beforeEach(async () => {
    await room.hear(ada, SETUP);
  });

  it('holds what is set, changes it like the line, and offers Undo', async () => {
    const form = await room.openForm(ada, '/schedule set title');
    expect(valueIn(form, 'title')).toBe('Intro call');
    const answer = await room.submitForm(ada, room.filled(form, { title: 'Coffee' }));
    expect(answerText(answer)).toContain('Title: Intro call → Coffee');
    expect(answer).toMatchObject({ message: { buttons: [{ verb: 'undo' }] } });
  });

  it('is about the calendar for which it was opened, and says so when that is gone', async () => {
    const form = await room.openForm(ada, '/schedule set title');
    await room.hear(ada, SETUP.replace('Intro call', 'Second'));
    const coffee = await room.submitForm(ada, room.filled(form, { title: 'Coffee' }));
    expect(answerText(coffee)).toContain('Title: Intro call → Coffee');
    await room.hear(ada, '/schedule calendar delete Coffee');
    expect(await room.says(ada, 'yes')).toContain('Deleted “Coffee”');
    const late = await room.submitForm(ada, room.filled(form, { title: 'Tea' }));
    expect(answerText(late)).toContain('That calendar is no longer yours.');
  });

  it('handed in by somebody else changes nothing', async () => {
    const form = await room.openForm(ada, '/schedule set title');
    const eve = room.newcomer();
    await room.hear(eve, SETUP);
    const stolen = await room.submitForm(eve, room.filled(form, { title: 'Stolen' }));
    expect(answerText(stolen)).toContain('That calendar is no longer yours.');
    expect(await room.says(ada, '/schedule show')).toContain('Intro call');
  });

  it('shows what the command refuses, with everything that was typed', async () => {
    const form = await room.openForm(ada, '/schedule alerts add');
    const filled = room.filled(form, { channel: '#no-such', events: 'booked' });
    const again = formIn(await room.submitForm(ada, filled));
    expect(textOf(again)).toContain('No such channel.');
    expect(valueIn(again, 'channel')).toBe('no-such');
    expect(valueIn(again, 'events')).toBe('booked');
  });

  it('asks what the command asks', async () => {
    const form = await room.openForm(ada, '/schedule alerts add');
    const open = room.filled(form, { channel: '#everybody', detail: 'full' });
    const asked = formIn(await room.submitForm(ada, open));
    const meant = asked.fields.find(({ id }) => id === 'meant')?.options?.[0]?.id ?? '';
    const less = await room.submitForm(ada, room.filled(asked, { detail: 'name', meant }));
    expect(answerText(less)).toContain('#everybody: everything that happens; names.');
    const added = await room.submitForm(ada, room.filled(asked, { meant }));
    expect(answerText(added)).toContain('#everybody');
    expect(added.kind).toBe('message');
  });

  it('knows people and channels by the keys of the platform, however they were named', async () => {
    const alerts = await room.openForm(ada, '/schedule setup --alerts <#C123|sales>');
    expect(valueIn(alerts, 'alerts')).toBe('C123');
    const eve = room.newcomer();
    const form = await room.openForm(ada, '/schedule calendar delegate add');
    const added = await room.submitForm(ada, room.filled(form, { person: eve.userKey }));
    expect(answerText(added)).toContain(eve.name);
    const booking = await room.openForm(ada, `/schedule bookings add --person <@${eve.userKey}>`);
    expect(valueIn(booking, 'person')).toBe(eve.userKey);
  });

  it('takes a person or an e-mail address', async () => {
    const eve = room.newcomer();
    const line = '/schedule bookings add';
    const when = 'tomorrow 15:00';
    const booked = await room.fillIn(ada, line, { person: `@${eve.userKey}`, when });
    expect(booked).toContain('Booked.');
    const mailed = { 'person email': 'bob@example.com', when: 'tomorrow 10:00' };
    expect(await room.fillIn(ada, line, mailed)).toContain('Booked. bob has');
    expect(await room.fillIn(ada, line, { when })).toContain('Person: This is needed.');
  });

  it('offers the bookings that there are, so that nobody has to know a code', async () => {
    const grace = room.newcomer();
    for (const line of ASKING.filter(isChoosing).map(lineOf)) {
      const wish = room.app.nest.get(Assistant).formAskedFor(line);
      expect(wish && answerText(await room.wishForm(ada, wish))).toContain('nothing to choose');
    }
    const talk = [`/book @${ada.userKey} 2027-02-02 10:00`, 'grace@example.com', 'none', 'yes'];
    for (const said of talk) await room.hear(grace, said);
    const form = await room.openForm(ada, '/schedule bookings cancel');
    const [booking] = form.fields.find(({ id }) => id === 'booking')?.options ?? [];
    expect(booking?.label).toBe(
      `Tue 2 Feb 2027, 10:00 (Europe/Berlin) · ${grace.name} · Intro call`,
    );
    const chosen = room.filled(form, { booking: booking?.id ?? '' });
    expect(answerText(await room.submitForm(ada, chosen))).toContain(`with ${grace.name}?`);
    const own = await room.openForm(grace, '/book cancel');
    expect(own.fields.find(({ id }) => id === 'booking')?.options).toHaveLength(1);
    const shown = await room.openForm(ada, '/schedule bookings show');
    const groups = shown.fields.flatMap(({ options = [] }) => options.map(({ group }) => group));
    expect(groups).toEqual(['Ahead']);
  });

  it('offers the calendars that there are', async () => {
    await room.hear(ada, SETUP.replace('Intro call', 'Second'));
    const form = await room.openForm(ada, '/schedule calendar use');
    const options = form.fields[0]?.options ?? [];
    expect(options.map(({ label }) => label)).toEqual(['Intro call', 'Second']);
    const answer = await room.submitForm(
      ada,
      room.filled(form, { calendar: options[0]?.id ?? '' }),
    );
    expect(answerText(answer)).toBe('Commands now mean “Intro call”.');
  });

  it('of an admin opens for admins', async () => {
    const wish = room.app.nest.get(Assistant).formAskedFor('/schedule-admin hosts add');
    expect(wish?.kind).toBe('command');
    const refused = wish && (await room.wishForm(ada, wish));
    expect(refused?.kind).toBe('message');
    room.platform.profiles.set(ada.userKey, { isAdmin: true });
    const eve = room.newcomer();
    const answer = await room.fillIn(ada, '/schedule-admin hosts add', {
      person: `@${eve.userKey}`,
    });
    expect(answer).toContain(eve.name);
  });

  it('of nothing that there is says so', async () => {
    const wish = { kind: 'command', subject: 'schedule nonsense', values: {} };
    const answer = await room.wishForm(ada, wish);
    expect(answerText(answer)).toContain('This form is from an earlier time.');
  });
});
