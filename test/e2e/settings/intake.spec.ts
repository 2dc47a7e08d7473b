import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aRequest } from '../../builders/booking.js';
import { expectProblem, refusedBooking } from '../api/refused.js';
import { refused } from '../page/refused-form.js';
import { arrive, formOf, send, textOf, visit } from '../page/visitor.js';
import { SettingHost, pointers, problems, SAM, START } from './setting-host.js';

let host: SettingHost;
beforeAll(async () => {
  host = await SettingHost.open();
});
beforeEach(() => host.begin());
afterAll(() => host.room.close());

describe('questions', () => {
  beforeEach(async () => {
    await host.set('set questions add "Company" text required');
    await host.set('set questions add "Topic" select "Sales|Support" required');
    await host.set('set questions add "Interests" multi-select "Compilers|Navy"');
    await host.set('set questions add "Team" number');
  });

  it('are listed, changed and removed by command', async () => {
    expect(await host.set('set questions')).toContain('2. "Topic" select "Sales|Support" required');
    expect(await host.set('set questions move 2 1')).toContain('→ "Topic" select');
    expect(await host.set('set questions remove 4')).not.toContain('→ "Team"');
    expect(
      await host.set('set questions --do add --question Phone --type phone --required'),
    ).toContain('"Phone" phone required');
    expect(await host.set('set questions remove 9')).toContain('There is no question “9”');
    expect((await host.facts()).questions).toMatchObject([
      { id: 'topic', kind: 'select', required: true, options: ['Sales', 'Support'] },
      { id: 'company', label: 'Company' },
      { id: 'interests' },
      { id: 'phone-2', kind: 'phone' },
    ]);
  });

  it('are filled in by a link, asked by the page, kept when something is missing, and shown', async () => {
    const page = await host.form('&a1=ACME&a3=Navy,Compilers&a4=many');
    expect(formOf(page).fields).toMatchObject({ a1: 'ACME', a2: '', a4: 'many' });
    expect(page.document.querySelectorAll('input[name=a3][checked]')).toHaveLength(2);
    const again = await refused(host.app, () => send(host.app, page, { ...SAM, a1: '' }));
    expect(again.status).toBe(422);
    expect(problems(again)).toEqual([
      ['#a1', 'Company: Please answer this question.'],
      ['#a2', 'Topic: Choose one of the answers.'],
      ['#a4', 'Team: Enter a number, like 12 or 2.5.'],
    ]);
    expect(formOf(again).fields).toMatchObject({ ...SAM, a4: 'many' });
    const booked = await send(host.app, again, { a1: 'ACME & <b>', a2: 'Support', a4: '3' });
    expect(booked.status).toBe(303);
    const manage = await visit(host.app, booked.headers.get('location')!);
    expect(textOf(manage)).toContain('Company ACME & <b> Topic Support Interests');
    await host.set('set questions edit 1 "Firm"');
    await host.set('set questions remove 2');
    expect(textOf(await visit(host.app, manage.address))).toContain('Company ACME');
    expect(await host.set('bookings')).toContain('Topic: Support');
  });

  it('that change while somebody fills in the form leave no answer in the wrong place', async () => {
    const page = await host.form();
    await host.set('set questions move 2 1');
    await host.set('set questions remove 4');
    const sent = { ...SAM, a1: 'ACME', a2: 'Sales', a4: '3' };
    const again = await refused(host.app, () => send(host.app, page, sent));
    expect(problems(again)).toEqual([
      ['#details', 'The questions of this form changed. Look through it once more.'],
    ]);
    expect(formOf(again).fields).toMatchObject({ a1: 'Sales', a2: 'ACME' });
    expect((await send(host.app, again)).status).toBe(303);
  });

  it('A25 are answered by what they ask, or not at all', async () => {
    const answers = { company: 'ACME', topic: 'Sales' };
    const missing = await host.refuses({ answers: { company: ' ' } });
    expectProblem(missing, 422, 'validation');
    expect(pointers(missing)).toEqual(['#/answers/company', '#/answers/topic']);
    const outside = await host.refuses({
      answers: { ...answers, topic: 'Navy', interests: ['Sales'] },
    });
    expectProblem(outside, 422, 'validation');
    expect(pointers(outside)).toEqual(['#/answers/topic', '#/answers/interests']);
    await host.set('set questions remove 4');
    const gone = await host.refuses({ answers: { ...answers, team: 3 } });
    expectProblem(gone, 422, 'validation');
    expect(pointers(gone)).toEqual(['#/answers/team']);
    const { status, json } = await host.book({ answers: { ...answers, interests: ['Navy'] } });
    expect({ status, answers: json.answers, questions: json.questions }).toEqual({
      status: 201,
      answers: { ...answers, interests: ['Navy'] },
      questions: { company: 'Company', topic: 'Topic', interests: 'Interests' },
    });
    await host.set('set questions edit 1 "Firm"');
    const shown = await host.app.ask({
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
      await refusedBooking(host.app, `/api/v1/calendars${host.link}`, body),
      400,
      'malformed',
    );
    const page = await host.form();
    const tricky = { ...SAM, asked: '__proto__,constructor', a1: 'x', a2: 'y' };
    expect((await refused(host.app, () => send(host.app, page, tricky))).status).toBe(422);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('A27 judge a hostile text like any', async () => {
    const bomb = `${'1 '.repeat(2_500)}!`;
    const answers = { company: bomb, topic: bomb, team: bomb };
    expectProblem(await host.refuses({ answers }), 422, 'validation');
  });
});

describe('guests', () => {
  it('are taken up to the limit, each once, and nobody who takes part anyway', async () => {
    expect(await host.set('set guests 2')).toContain('Guests: none → up to 2');
    expect(await host.facts()).toMatchObject({ guests: 2 });
    const page = await host.form('&guests=kim@example.com');
    expect(formOf(page).fields).toMatchObject({ guests: 'kim@example.com' });
    const typed = { ...SAM, guests: 'kim@example.com\r\nKIM@example.com, kim@' };
    const tooMany = await refused(host.app, () => send(host.app, page, typed));
    expect(problems(tooMany)).toEqual([['#guests', 'Guests: Invite at most 2 guests.']]);
    expect(tooMany.document.querySelector('textarea[name=guests]')?.text).toContain('kim@');
    for (const [guests, sentence] of [
      ['kim@example.com KIM@example.com', 'KIM@example.com is listed twice. Once is enough.'],
      ['sam@example.com', 'your own address'],
      ['kim@', 'not an e-mail address'],
    ] as const) {
      const again = await refused(host.app, () => send(host.app, page, { ...SAM, guests }));
      expect(problems(again)).toEqual([['#guests', expect.stringContaining(sentence)]]);
    }
    const booked = await arrive(host.app, `${host.link}/bookings`, {
      fields: { ...formOf(page).fields, ...SAM, guests: 'kim@example.com; lee@example.com' },
    });
    expect(textOf(booked)).toContain('with 2 guests');
    expect(await host.set('bookings')).toContain('with kim@example.com, lee@example.com');
  });

  it('A24 are refused when there are more than the calendar takes', async () => {
    const fifty = Array.from({ length: 50 }, (_, index) => `guest${index}@example.com`);
    expectProblem(await host.refuses({ guests: fifty }), 422, 'validation');
    await host.set('set guests 3');
    expectProblem(await host.refuses({ guests: fifty }), 422, 'validation');
    expectProblem(await host.refuses({ guests: ['kim@'] }), 400, 'malformed');
    expect(pointers(await host.refuses({ guests: ['a@example.com', 'A@example.com'] }))).toEqual([
      '#/guests/1',
    ]);
    expect((await host.book({ guests: ['a@example.com'] })).json.guests).toEqual(['a@example.com']);
    expect(await host.set('set guests 11')).toContain('from 0 to 10');
  });
});

describe('A23 the host’s own address', () => {
  it('books nothing and is no guest: mail would go round in circles', async () => {
    await host.set('set guests 1');
    await host.app.database.query(
      `update host set email = 'ada@example.com' where handle = split_part($1, '/', 2)`,
      [host.link],
    );
    const attendee = { ...aRequest(START).attendee, email: 'Ada@example.com' };
    const own = await host.refuses({ attendee });
    expectProblem(own, 422, 'validation');
    expect(pointers(own)).toEqual(['#/attendee/email']);
    const sender = { ...attendee, email: 'no-reply@book.example.com' };
    expect(pointers(await host.refuses({ attendee: sender }))).toEqual(['#/attendee/email']);
    const guest = await host.refuses({ guests: ['ADA@example.com'] });
    expectProblem(guest, 422, 'validation');
    expect(pointers(guest)).toEqual(['#/guests/0']);
    const page = await host.form();
    const typed = { ...SAM, email: 'ada@example.com' };
    const again = await refused(host.app, () => send(host.app, page, typed));
    expect(problems(again)).toEqual([['#email', 'This is the host’s own address. Enter yours.']]);
    expect(again.html).not.toContain('value="Ada@example.com"');
  });
});

describe('consent and terms', () => {
  it('are asked for beside the button, and kept as they were worded', async () => {
    await host.set('set consent "I agree that the call is recorded."');
    await host.set('set terms https://example.com/terms');
    const page = await host.form();
    expect(page.document.querySelector('a[href="https://example.com/terms"]')?.text).toBe('Terms');
    expect(page.document.querySelector('a[href="/privacy"]')).not.toBeNull();
    const again = await refused(host.app, () => send(host.app, page, SAM));
    expect(problems(again)).toEqual([
      ['#consent', 'I agree that the call is recorded. Tick this box to go on.'],
    ]);
    const missing = await host.refuses({});
    expect(pointers(missing)).toEqual(['#/answers/consent']);
    expect((await host.facts()).questions).toMatchObject([{ id: 'consent', kind: 'checkbox' }]);
    expect((await send(host.app, again, { consent: 'yes' })).status).toBe(303);
    const [row] = await host.app.database.query(
      `select b.consent, b.answers from booking b where b.consent <> ''`,
    );
    expect(row).toEqual({ consent: 'I agree that the call is recorded.', answers: [] });
    expect(await host.set('set terms javascript:alert(1)')).toContain('https://');
    expect(await host.set('set consent none')).toContain('→ none');
    expect((await host.book({})).status).not.toBe(422);
  });
});
