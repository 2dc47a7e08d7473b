import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../../src/hosts/identities.service.js';
import { aRequest } from '../../builders/booking.js';
import { ChatRoom, SETUP } from '../../chat/chat-room.js';
import { expectProblem, refusedBooking } from '../api/refused.js';
import type { Answer } from '../ask.js';
import { arrive, formOf, type Page, send, textOf, visit } from '../page/visitor.js';
import { refused } from '../page/refused-form.js';

const START = '2027-02-02T09:00:00Z';
const SAM = { name: 'Sam Rivers', email: 'sam@example.com' };

let room: ChatRoom;
let ada: ChatPerson;
let link: string;

beforeAll(async () => {
  room = await ChatRoom.open();
});
beforeEach(async () => {
  ada = room.newcomer();
  const saved = await room.says(ada, SETUP);
  link = new URL(saved.split('\n').find((line) => line.startsWith('https://'))!).pathname;
});
afterAll(() => room.close());

const set = (line: string): Promise<string> => room.says(ada, `/schedule ${line}`);
const facts = async (): Promise<Answer['json']> =>
  (await room.app.ask({ path: `/api/v1/calendars${link}` })).json;
const form = (more = ''): Promise<Page> => visit(room.app, `${link}/book?start=${START}${more}`);
const book = (more: object = {}): Promise<Answer> =>
  room.app.ask({ path: `/api/v1/calendars${link}/bookings`, body: aRequest(START, { ...more }) });
const refuses = (more: object): Promise<Answer> =>
  refusedBooking(room.app, `/api/v1/calendars${link}`, aRequest(START, { ...more }));
const pointers = ({ json }: Answer): string[] =>
  json.errors.map(({ pointer }: { pointer: string }) => pointer);
const problems = ({ document }: Page): readonly (readonly [string, string])[] =>
  document
    .querySelectorAll('.problems li a')
    .map((one) => [one.getAttribute('href')!, one.text] as const);

describe('questions', () => {
  beforeEach(async () => {
    await set('set questions add "Company" text required');
    await set('set questions add "Topic" select "Sales|Support" required');
    await set('set questions add "Interests" multi-select "Compilers|Navy"');
    await set('set questions add "Team" number');
  });

  it('are listed, changed and removed by command', async () => {
    expect(await set('set questions')).toContain('2. "Topic" select "Sales|Support" required');
    expect(await set('set questions move 2 1')).toContain('→ "Topic" select');
    expect(await set('set questions remove 4')).not.toContain('→ "Team"');
    expect(await set('set questions --do add --question Phone --type phone --required')).toContain(
      '"Phone" phone required',
    );
    expect(await set('set questions remove 9')).toContain('There is no question “9”');
    expect((await facts()).questions).toMatchObject([
      { id: 'topic', kind: 'select', required: true, options: ['Sales', 'Support'] },
      { id: 'company', label: 'Company' },
      { id: 'interests' },
      { id: 'phone-2', kind: 'phone' },
    ]);
  });

  it('are filled in by a link, asked by the page, kept when something is missing, and shown', async () => {
    const page = await form('&a1=ACME&a3=Navy,Compilers&a4=many');
    expect(formOf(page).fields).toMatchObject({ a1: 'ACME', a2: '', a4: 'many' });
    expect(page.document.querySelectorAll('input[name=a3][checked]')).toHaveLength(2);
    const again = await refused(room.app, () => send(room.app, page, { ...SAM, a1: '' }));
    expect(again.status).toBe(422);
    expect(problems(again)).toEqual([
      ['#a1', 'Company: Please answer this question.'],
      ['#a2', 'Topic: Choose one of the answers.'],
      ['#a4', 'Team: Enter a number, like 12 or 2.5.'],
    ]);
    expect(formOf(again).fields).toMatchObject({ ...SAM, a4: 'many' });
    const booked = await send(room.app, again, { a1: 'ACME & <b>', a2: 'Support', a4: '3' });
    expect(booked.status).toBe(303);
    const manage = await visit(room.app, booked.headers.get('location')!);
    expect(textOf(manage)).toContain('Company ACME & <b> Topic Support Interests');
    await set('set questions edit 1 "Firm"');
    await set('set questions remove 2');
    expect(textOf(await visit(room.app, manage.address))).toContain('Company ACME');
    expect(await set('bookings')).toContain('Topic: Support');
  });

  it('that change while somebody fills in the form leave no answer in the wrong place', async () => {
    const page = await form();
    await set('set questions move 2 1');
    await set('set questions remove 4');
    const sent = { ...SAM, a1: 'ACME', a2: 'Sales', a4: '3' };
    const again = await refused(room.app, () => send(room.app, page, sent));
    expect(problems(again)).toEqual([
      ['#details', 'The questions of this form changed. Look through it once more.'],
    ]);
    expect(formOf(again).fields).toMatchObject({ a1: 'Sales', a2: 'ACME' });
    expect((await send(room.app, again)).status).toBe(303);
  });

  it('A25 are answered by what they ask, or not at all', async () => {
    const answers = { company: 'ACME', topic: 'Sales' };
    const missing = await refuses({ answers: { company: ' ' } });
    expectProblem(missing, 422, 'validation');
    expect(pointers(missing)).toEqual(['#/answers/company', '#/answers/topic']);
    const outside = await refuses({ answers: { ...answers, topic: 'Navy', interests: ['Sales'] } });
    expectProblem(outside, 422, 'validation');
    expect(pointers(outside)).toEqual(['#/answers/topic', '#/answers/interests']);
    await set('set questions remove 4');
    const gone = await refuses({ answers: { ...answers, team: 3 } });
    expectProblem(gone, 422, 'validation');
    expect(pointers(gone)).toEqual(['#/answers/team']);
    const { status, json } = await book({ answers: { ...answers, interests: ['Navy'] } });
    expect({ status, answers: json.answers, questions: json.questions }).toEqual({
      status: 201,
      answers: { ...answers, interests: ['Navy'] },
      questions: { company: 'Company', topic: 'Topic', interests: 'Interests' },
    });
    await set('set questions edit 1 "Firm"');
    const shown = await room.app.ask({
      ...{ path: `/api/v1/bookings/${json.uid}`, token: json.manageToken },
    });
    expect(shown.json.questions).toMatchObject({ company: 'Company' });
  });

  it.each([
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"company":{"__proto__":"x"}}',
  ])('A17 never reach for prototypes: %s', async (answers) => {
    const body = JSON.stringify(aRequest(START)).replace('{', `{"answers":${answers},`);
    expectProblem(
      await refusedBooking(room.app, `/api/v1/calendars${link}`, body),
      400,
      'malformed',
    );
    const page = await form();
    const tricky = { ...SAM, asked: '__proto__,constructor', a1: 'x', a2: 'y' };
    expect((await refused(room.app, () => send(room.app, page, tricky))).status).toBe(422);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('A27 judge a hostile text as fast as any', async () => {
    const bomb = `${'1 '.repeat(2_500)}!`;
    const answers = { company: bomb, topic: bomb, team: bomb };
    const begun = performance.now();
    expectProblem(await refuses({ answers }), 422, 'validation');
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('guests', () => {
  it('are taken up to the limit, each once, and nobody who takes part anyway', async () => {
    expect(await set('set guests 2')).toContain('Guests: none → up to 2');
    expect(await facts()).toMatchObject({ guests: 2 });
    const page = await form('&guests=kim@example.com');
    expect(formOf(page).fields).toMatchObject({ guests: 'kim@example.com' });
    const typed = { ...SAM, guests: 'kim@example.com\r\nKIM@example.com, kim@' };
    const tooMany = await refused(room.app, () => send(room.app, page, typed));
    expect(problems(tooMany)).toEqual([['#guests', 'Invite at most 2 guests.']]);
    expect(tooMany.document.querySelector('textarea[name=guests]')?.text).toContain('kim@');
    for (const [guests, sentence] of [
      ['kim@example.com KIM@example.com', 'KIM@example.com is listed twice. Once is enough.'],
      ['sam@example.com', 'your own address'],
      ['kim@', 'not an e-mail address'],
    ] as const) {
      const again = await refused(room.app, () => send(room.app, page, { ...SAM, guests }));
      expect(problems(again)).toEqual([['#guests', expect.stringContaining(sentence)]]);
    }
    const booked = await arrive(room.app, `${link}/bookings`, {
      fields: { ...formOf(page).fields, ...SAM, guests: 'kim@example.com; lee@example.com' },
    });
    expect(textOf(booked)).toContain('with 2 guests');
    expect(await set('bookings')).toContain('with kim@example.com, lee@example.com');
  });

  it('A24 are refused when there are more than the calendar takes', async () => {
    const fifty = Array.from({ length: 50 }, (_, index) => `guest${index}@example.com`);
    expectProblem(await refuses({ guests: fifty }), 422, 'validation');
    await set('set guests 3');
    expectProblem(await refuses({ guests: fifty }), 422, 'validation');
    expectProblem(await refuses({ guests: ['kim@'] }), 400, 'malformed');
    expect(pointers(await refuses({ guests: ['a@example.com', 'A@example.com'] }))).toEqual([
      '#/guests/1',
    ]);
    expect((await book({ guests: ['a@example.com'] })).json.guests).toEqual(['a@example.com']);
    expect(await set('set guests 11')).toContain('from 0 to 10');
  });
});

describe('consent and terms', () => {
  it('are asked for beside the button, and kept as they were worded', async () => {
    await set('set consent "I agree that the call is recorded."');
    await set('set terms https://example.com/terms');
    const page = await form();
    expect(page.document.querySelector('a[href="https://example.com/terms"]')?.text).toBe('Terms');
    expect(page.document.querySelector('a[href="/privacy"]')).not.toBeNull();
    const again = await refused(room.app, () => send(room.app, page, SAM));
    expect(problems(again)).toEqual([['#consent', 'Tick this box to go on.']]);
    const missing = await refuses({});
    expect(pointers(missing)).toEqual(['#/answers/consent']);
    expect((await facts()).questions).toMatchObject([{ id: 'consent', kind: 'checkbox' }]);
    expect((await send(room.app, again, { consent: 'yes' })).status).toBe(303);
    const [row] = await room.app.database.query(
      `select b.consent, b.answers from booking b where b.consent <> ''`,
    );
    expect(row).toEqual({ consent: 'I agree that the call is recorded.', answers: [] });
    expect(await set('set terms javascript:alert(1)')).toContain('https://');
    expect(await set('set consent none')).toContain('→ none');
    expect((await book({})).status).not.toBe(422);
  });
});

describe('the place', () => {
  const where = async (): Promise<Answer['json']> => (await facts()).location;

  it('is asked for where only the attendee knows it, and stays what it was', async () => {
    expect(await set('set location phone host calls')).toContain(
      'The form asks for a phone number.',
    );
    expect(await where()).toEqual({
      kind: 'phone-host-calls',
      text: `Phone call from ${ada.name}`,
    });
    expect(pointers(await refuses({ answers: { phone: '030 123456' } }))).toEqual([
      '#/answers/phone',
    ]);
    const page = await form();
    const again = await refused(room.app, () => send(room.app, page, SAM));
    expect(problems(again)).toEqual([
      ['#phone', 'Phone number: Enter a phone number, like +49 30 123456.'],
    ]);
    const booked = await send(room.app, again, { phone: '0049 30 123456' });
    await set('set location ask');
    const manage = await visit(room.app, booked.headers.get('location')!);
    expect(textOf(manage)).toContain(`Phone call from ${ada.name} to +49 30 123456`);
    expect(await set('bookings')).toContain('+49 30 123456');
    const next = { ...aRequest('2027-02-03T09:00:00Z'), answers: { location: 'Café Kotti' } };
    const { json } = await room.app.ask({ path: `/api/v1/calendars${link}/bookings`, body: next });
    expect(json.location).toEqual({ kind: 'ask', place: 'Café Kotti', text: 'Café Kotti' });
  });

  it.each<readonly [string, string, readonly [string, string]]>([
    ['phone +49 30 123456', 'Phone call to', ['+49 30 123456', 'phone-attendee-calls']],
    ['address "Office" "Torstr. 1, Berlin"', 'Office', ['Torstr. 1, Berlin', 'address']],
    ['link https://meet.example.com/ada', 'Online', ['meet.example.com', 'link']],
    ['slack huddle', 'Slack huddle', ['Slack huddle', 'slack-huddle']],
    ['discord voice #room', 'Discord voice channel', ['#room', 'discord-voice']],
  ])('%s is outlined before booking, and told after', async (text, before, [after, kind]) => {
    await set(`set location ${text}`);
    expect(await where()).toMatchObject({ kind, text: expect.stringContaining(before) });
    const month = await visit(room.app, link);
    expect(textOf(month)).toContain(before);
    if (before !== after) expect(month.html).not.toContain(after);
    const booked = await send(room.app, await form(), SAM);
    expect(textOf(await visit(room.app, booked.headers.get('location')!))).toContain(after);
    const { json } = await room.app.ask({
      ...{ path: `/api/v1/calendars${link}/bookings` },
      body: aRequest('2027-02-03T09:00:00Z'),
    });
    expect(json.location).toMatchObject({ kind, text: expect.stringContaining(after) });
  });
});
