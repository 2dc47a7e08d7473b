import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FORMS } from '../../bots/core/forms/form-list.js';
import type { Answer, Form, FormValues, FormWish } from '../../bots/core/forms/form.js';
import { formAskedFor } from '../../bots/core/forms/form-asked-for.js';
import { formForPress } from '../../bots/core/forms/form-for-press.js';
import { grammarNamed } from '../../bots/core/grammar/grammar.js';
import type { Button } from '../../bots/core/message.js';
import type { BookedAnswer } from '../../src/bookings/booking-answer.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { MONDAY_MORNING } from '../e2e/app.js';
import { ApprovalGround } from '../e2e/life/approval-ground.js';
import { answerText, ChatRoom, formIn, textOf } from './chat-room.js';

const START = '2027-02-04T09:00:00.000Z';
const at = (instant: string): string => String(Date.parse(instant));

let room: ChatRoom;
let ground: ApprovalGround;
let ada: ChatPerson;
beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
afterAll(() => room.close());
/** It is Monday, 1 February 2027, 08:00 in Berlin; the calendar is open on weekdays, 9 to 17. */
beforeEach(async () => {
  room.app.clock.set(MONDAY_MORNING);
  ground = await ApprovalGround.in(room);
  ada = ground.ada;
});

const valueIn = (form: Form, id: string): string | undefined =>
  form.fields.find((field) => field.id === id)?.value;
const optionsIn = (form: Form, id: string): readonly string[] =>
  form.fields.find((field) => field.id === id)?.options?.map(({ label }) => label) ?? [];

const submit = (form: Form, changed: FormValues, person = ada): Promise<Answer> =>
  room.submitForm(person, room.filled(form, changed));

const pressed = (verb: Button['verb'], subject: string, person = ada): Promise<Answer> => {
  const wish = formForPress({ verb, subject }, grammarNamed());
  if (!wish) throw new Error(`No form for ${verb}.`);
  return room.wishForm(person, wish);
};

it('every form that the grammar names has a script', () => {
  const kinds = grammarNamed().commands.flatMap(({ form }) => (form === null ? [] : [form]));
  const scripts = FORMS.map((script) => room.app.nest.get(script, { strict: false }).kind);
  expect(scripts).toEqual(expect.arrayContaining(kinds));
});

describe('weekly hours in a window', () => {
  it('stand there by weekday, and are saved as the line saves them, with Undo', async () => {
    const form = await room.openForm(ada, '/schedule hours set');
    expect(form.fields).toHaveLength(7);
    expect(valueIn(form, 'monday')).toBe('09:00–17:00');
    expect(valueIn(form, 'sunday')).toBe('');
    const answer = await submit(form, { friday: '', saturday: '10-12, 13-14' });
    expect(answerText(answer)).toContain('→ Mon–Thu 09:00–17:00; Sat 10:00–12:00, 13:00–14:00');
    expect(answer).toMatchObject({ message: { buttons: [{ verb: 'undo' }] } });
  });

  it('show the times that would be free, and what is wrong with a day', async () => {
    const form = await room.openForm(ada, '/schedule hours set');
    const closed = Object.fromEntries(form.fields.map(({ id }) => [id, '']));
    const none = await room.changeForm(ada, room.filled(form, closed), 'monday');
    expect(answerText(none)).toContain('Nothing free in the next 60 days.');
    const wrong = await submit(form, { monday: '9-', tuesday: '10-12' });
    expect(answerText(wrong)).toContain('Monday: ');
    expect(valueIn(formIn(wrong), 'tuesday')).toBe('10-12');
  });

  it('leave a change that was made meanwhile, and show it', async () => {
    const form = await room.openForm(ada, '/schedule hours set');
    await room.hear(ada, '/schedule hours set sat 10-14');
    const again = formIn(await submit(form, { friday: '9-12' }));
    expect(textOf(again)).toMatch(/changed meanwhile.+\nFriday: 9-12\nSaturday: none/);
    expect(valueIn(again, 'friday')).toBe('09:00–17:00');
    expect(valueIn(again, 'saturday')).toBe('10:00–14:00');
    expect(answerText(await submit(again, { friday: '9-12' }))).toContain(
      'Fri 09:00–12:00; Sat 10:00–14:00',
    );
  });

  it('ask what becomes of bookings outside', async () => {
    await ground.book(START);
    const form = await room.openForm(ada, '/schedule hours set');
    const answer = await submit(form, { thursday: '' });
    const verbs = {
      message: {
        buttons: expect.arrayContaining([expect.objectContaining({ verb: 'move-affected' })]),
      },
    };
    expect(answer).toMatchObject(verbs);
  });
});

describe('the settings in a window', () => {
  const open = async (): Promise<Form> =>
    formIn(await room.wishForm(ada, { kind: 'settings', subject: '', values: {} }));

  it('are saved together, and one Undo takes them back', async () => {
    const form = await open();
    expect(valueIn(form, 'buffer')).toBe('10 min after each meeting');
    const changed = { title: 'Coffee', duration: '45', buffer: '', approval: 'on' };
    const answer = await submit(form, changed);
    const text = answerText(answer);
    expect(text).toContain('Title: Intro call → Coffee\n');
    expect(text).toContain('Breaks: 10 min after each meeting → none');
    expect(text).toContain('Approval: automatic → by the host');
    expect(text).toContain('Next free times:');
    const [undo] = answer.kind === 'message' ? (answer.message.buttons ?? []) : [];
    if (!undo) throw new Error('There is no Undo.');
    expect(await room.press(ada, undo)).toContain('Title: Coffee → Intro call');
    expect(await room.says(ada, '/schedule show')).toContain('Breaks: 10 min after each meeting');
  });

  it('are refused each at its field, and together in words, and all is kept', async () => {
    const form = await open();
    const one = await submit(form, { notice: 'soon', title: 'Coffee' });
    expect(answerText(one)).toContain('Notice: ');
    expect(valueIn(formIn(one), 'title')).toBe('Coffee');
    const both = await submit(form, { duration: '10h', title: 'Coffee' });
    expect(answerText(both)).toContain('fits in none of the hours');
    expect(valueIn(formIn(both), 'title')).toBe('Coffee');
    expect(answerText(await submit(form, {}))).toContain('set already');
    expect(await room.says(ada, '/schedule show')).toContain('Intro call');
  });

  it('are nobody else’s', async () => {
    const form = await open();
    const stolen = await submit(form, { title: 'Mine' }, room.newcomer());
    expect(answerText(stolen)).toContain('That calendar is no longer yours.');
  });
});

describe('days off in a window', () => {
  it('are taken as by the line', async () => {
    const form = await room.openForm(ada, '/schedule off add');
    const range = { from: '2027-02-08', to: '2027-02-10', reason: 'Away' };
    const answer = answerText(await submit(form, range));
    expect(answer).toContain('Mon 8 Feb 2027 – Wed 10 Feb 2027');
    expect(answer).toContain('Away');
    expect(answerText(await submit(form, { from: '2027-02-11', times: '9-12' }))).toContain(
      '09:00–12:00',
    );
  });

  it('name the field of what cannot be read', async () => {
    const form = await room.openForm(ada, '/schedule off add');
    expect(answerText(await submit(form, { from: '2027-02-08', to: '2027-02-07' }))).toContain(
      'Last day: ',
    );
    const wrong = await submit(form, { from: '2027-02-08', times: '9-' });
    expect(answerText(wrong)).toContain('Only these hours: ');
    expect(valueIn(formIn(wrong), 'from')).toBe('2027-02-08');
  });
});

describe('questions in a window', () => {
  it('are added, changed and taken away', async () => {
    const form = await room.openForm(ada, '/schedule set questions');
    const asked = {
      question: 'Say “hi” to whom',
      type: 'select',
      options: 'Us|Them',
      required: 'yes',
    };
    expect(answerText(await submit(form, asked))).toContain('select "Us|Them" required');
    const next = await room.openForm(ada, '/schedule set questions');
    const company = await submit(next, { question: 'Company' });
    expect(answerText(company)).toContain('"Company" text');
    const all = await room.openForm(ada, '/schedule set questions');
    expect(valueIn(all, 'all')?.split('\n')).toHaveLength(2);
    expect(answerText(await submit(all, { all: '' }))).toContain('→ none');
  });

  it('that are too many for a window stay, and a new one is added to them', async () => {
    const many = Array.from({ length: 18 }, (_, index) => `"${index} ${'long '.repeat(36)}" text`);
    await room.hear(ada, `/schedule set questions ${many.join('\n')}`);
    const form = await room.openForm(ada, '/schedule set questions');
    expect(textOf(form)).toContain('There are 18 questions already');
    expect(answerText(await submit(form, {}))).toContain('New question: This is needed.');
    await submit(form, { question: 'Company' });
    expect(await room.says(ada, '/schedule set questions list')).toMatch(
      /18\. "17 long[^\n]+\n19\. "Company" text/,
    );
  });

  it('that cannot be read are shown again', async () => {
    const form = await room.openForm(ada, '/schedule set questions');
    const wrong = await submit(form, { question: 'Topic', type: 'select' });
    expect(valueIn(formIn(wrong), 'question')).toBe('Topic');
  });
});

describe('another time in a window', () => {
  let booking: BookedAnswer;
  beforeEach(async () => {
    booking = await ground.book(START);
  });

  it('is chosen from free ones, of several days, and proposed', async () => {
    const form = formIn(await pressed('reschedule', booking.uid));
    expect(optionsIn(form, 'day')[0]).toBe('Mon 1 Feb 2027');
    const tuesday = at('2027-02-02T09:00:00Z');
    const onTuesday = room.filled(form, { day: '2027-02-02' });
    const shown = formIn(await room.changeForm(ada, onTuesday, 'day'));
    expect(optionsIn(shown, 'times')[0]).toBe('09:00');
    const other = room.filled(shown, { times: tuesday, day: '2027-02-03' });
    const both = formIn(await room.changeForm(ada, other, 'day'));
    expect(valueIn(both, 'times')).toBe(tuesday);
    const times = `${tuesday}\n${at('2027-02-03T09:00:00Z')}`;
    const answer = await submit(both, { times, words: 'friday 12:00', reason: 'A clash' });
    expect(answerText(answer)).toMatch(/^Proposed to Sam Rivers.*<time>, <time>, <time>/);
  });

  it('is moved to without asking, from the words of a command', async () => {
    const form = await room.openForm(ada, `/schedule bookings move ${booking.uid}`);
    expect(valueIn(form, 'how')).toBe('move');
    const two = await submit(form, { words: 'friday 12:00, friday 13:00' });
    expect(answerText(two)).toContain('Choose one time to move to.');
    expect(answerText(await submit(form, { words: 'friday 12:00' }))).toContain('Moved.');
  });

  it('against the rules is asked about, one that is taken is refused, and all is kept', async () => {
    const form = formIn(await pressed('propose', booking.uid));
    const asked = formIn(await submit(form, { words: 'saturday 12:00', reason: 'A clash' }));
    expect(answerText({ kind: 'form', form: asked })).toContain('Do you want it all the same');
    expect(valueIn(asked, 'reason')).toBe('A clash');
    const meant = asked.fields.find(({ id }) => id === 'meant')?.options?.[0]?.id ?? '';
    expect(answerText(await submit(asked, { meant }))).toContain('Proposed to Sam Rivers');
    await ground.book('2027-02-05T09:00:00.000Z');
    const next = formIn(await pressed('propose', booking.uid));
    const taken = await submit(next, { words: 'friday 10:00' });
    expect(taken.kind).toBe('form');
    expect(answerText(taken)).toContain('taken');
  });

  it('is asked for with its booking where a line names none', async () => {
    const form = await room.openForm(ada, '/schedule bookings propose');
    expect(form.kind).toBe('command');
    const answer = await submit(form, { booking: booking.uid, when: 'friday 12:00' });
    expect(answerText(answer)).toContain('Proposed to Sam Rivers');
  });

  it('is refused to strangers, and for a booking that is over', async () => {
    const form = formIn(await pressed('reschedule', booking.uid));
    const stranger = room.newcomer();
    const refused = 'That is not your booking.';
    expect(answerText(await pressed('reschedule', booking.uid, stranger))).toBe(refused);
    expect(answerText(await submit(form, { words: 'friday 12:00' }, stranger))).toBe(refused);
    await room.hear(ada, `/schedule bookings cancel ${booking.uid} --yes`);
    expect(answerText(await submit(form, { words: 'friday 12:00' }))).toContain('cancelled');
  });
});

describe('the end of a booking in a window', () => {
  it('takes a reason along', async () => {
    const booking = await ground.book(START);
    const form = formIn(await pressed('cancel', booking.uid));
    expect(answerText({ kind: 'form', form })).toContain('Cancel “Intro call” with Sam Rivers?');
    const answer = answerText(await submit(form, { reason: 'I am ill' }));
    expect(answer).toContain('Cancelled.');
    const twice = answerText(await submit(form, { reason: 'I am ill' }));
    expect(twice).not.toContain('Cancelled. Sam');
  });

  it('opens for a line that names it, with the reason that stands there', async () => {
    const { uid } = await ground.book(START);
    const line = `/schedule cancel ${uid.slice(0, 6)} --reason "I am ill"`;
    const form = await room.openForm(ada, line);
    expect(form.fields.find(({ id }) => id === 'reason')?.value).toBe('I am ill');
    expect(answerText(await submit(form, {}))).toContain('Cancelled.');
    const unknown = formAskedFor('/schedule cancel zzzzzz', grammarNamed());
    const refused = unknown && (await room.wishForm(ada, unknown));
    expect(refused && answerText(refused)).toContain('no booking with the code “zzzzzz”');
    expect(formAskedFor(`${line} --yes`, grammarNamed())).toBeNull();
  });

  it('is of the time that was shown, and of its host alone', async () => {
    const booking = await ground.book(START);
    const form = formIn(await pressed('cancel', booking.uid));
    const refused = 'That is not your booking.';
    expect(answerText(await submit(form, {}, room.newcomer()))).toBe(refused);
    await room.hear(ada, `/schedule bookings move ${booking.uid} friday 12:00`);
    expect(answerText(await submit(form, {}))).toContain('It is now');
  });

  it('declines a request as its card showed it', async () => {
    await room.hear(ada, '/schedule set approval on');
    const booking = await ground.book(START);
    const form = formIn(await pressed('decline', `${booking.uid}.0`));
    expect(answerText(await submit(form, { reason: 'Too busy' }))).toContain('Declined.');
  });

  it('opens for no other press', () => {
    const wish: FormWish | null = formForPress({ verb: 'confirm', subject: 'x' }, grammarNamed());
    expect(wish).toBeNull();
  });
});
