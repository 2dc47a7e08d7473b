import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WaitingRequests } from '../../../src/bookings/approval/waiting-requests.service.js';
import {
  type CalendarConfiguration,
  linkPath,
} from '../../../src/calendars/calendar-configuration.js';
import { aRequest } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../app.js';
import type { Answer } from '../ask.js';
import { follow, formOf, links, type Page, send, textOf, visit } from '../page/visitor.js';
import { storedRows } from '../stored.js';

const START = '2027-02-02T09:00:00.000Z';
const LATER = '2027-02-02T13:00:00.000Z';
const TEN = '10:00 to 10:30, Tuesday 2 February';

let app: TestApp;
let calendar: CalendarConfiguration;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  app.clock.set(MONDAY_MORNING);
  calendar = await aCalendar(app.nest);
});
afterAll(() => app.stop());

const book = (start: string): Promise<Answer> =>
  app.ask({ path: `${apiPath(calendar)}/bookings`, body: aRequest(start) });
const isFree = async (start: string): Promise<boolean> => {
  const path = `${apiPath(calendar)}/slots?start=2027-02-02&end=2027-02-02&timeZone=UTC`;
  return (await app.ask({ path })).text.includes(`"start":"${start.slice(0, 16)}`);
};

const month = (hold?: string): Promise<Page> => {
  const own = hold === undefined ? '' : `&hold=${hold}`;
  return visit(app, `${linkPath(calendar)}?date=2027-02-02&tz=Europe/Berlin${own}`);
};
const filledIn = { name: 'Sam Rivers', email: 'sam@example.com' };

describe('a time chosen on the page', () => {
  it('is held for longer while its form is filled in, half an hour at most', async () => {
    const form = await follow(app, await month(), TEN);
    const { fields } = formOf(form);
    const path = `${linkPath(calendar)}/book/hold`;
    const keep = (hold: string) => visit(app, path, { fields: { hold } });
    const name = fields['hold'] ?? '';
    app.clock.set('2027-02-01T07:04:00Z');
    expect((await keep(name)).status).toBe(204);
    app.clock.set('2027-02-01T07:08:00Z');
    expect(await isFree(START)).toBe(false);
    expect((await keep(`${name.slice(0, -1)}${name.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
    expect((await keep('nothing')).status).toBe(404);
    for (const minute of ['08', '12', '16', '20', '24', '28']) {
      app.clock.set(`2027-02-01T07:${minute}:00Z`);
      expect((await keep(name)).status).toBe(204);
    }
    app.clock.set('2027-02-01T07:30:00Z');
    expect(await isFree(START)).toBe(true);
    await app.nest.get(WaitingRequests).attend(app.clock.now());
    expect((await keep(name)).status).toBe(404);
  });

  it('is held for the form, for everybody but whoever knows its secret', async () => {
    const form = await follow(app, await month(), TEN);
    expect(form.address).toMatch(/\/book\?start=2027-02-02T09:00:00Z&tz=Europe\/Berlin&hold=/);
    expect(await isFree(START)).toBe(false);
    expect(links(await month())).not.toContain(TEN);
    const name = formOf(form).fields['hold'] ?? '';
    expect(links(await month(name))).toContain(TEN);
    const guessed = `${name.slice(0, -1)}${name.endsWith('A') ? 'B' : 'A'}`;
    expect(links(await month(guessed))).not.toContain(TEN);
    const back = await follow(app, form, 'Change time');
    expect(links(back)).toContain(TEN);
    const uid = formOf(form).fields['hold']?.split('.')[0];
    const booked = await send(app, form, filledIn);
    expect(booked.headers.get('location')).toContain(`/b/${uid}?`);
  });

  it('is given back when another is chosen, and can be chosen again', async () => {
    const first = await follow(app, await month(), TEN);
    const back = await follow(app, first, 'Change time');
    const second = await follow(app, back, '14:00 to 14:30, Tuesday 2 February');
    expect([await isFree(START), await isFree(LATER)]).toEqual([true, false]);
    const again = await follow(app, await follow(app, second, 'Change time'), TEN);
    expect([await isFree(START), await isFree(LATER)]).toEqual([false, true]);
    expect((await send(app, again, filledIn)).status).toBe(303);
  });

  it('keeps two people behind one address apart, whatever browsers they have', async () => {
    const [hers, his] = [await month(), await month()];
    const form = await follow(app, hers, TEN);
    const tooLate = await follow(app, his, TEN);
    expect(textOf(tooLate)).toContain('This time was just taken.');
    const other = await follow(app, his, '14:00 to 14:30, Tuesday 2 February');
    expect([await isFree(START), await isFree(LATER)]).toEqual([false, false]);
    expect((await send(app, form, filledIn)).status).toBe(303);
    const sent = await send(app, other, { ...filledIn, email: 'eve@example.com' });
    expect(sent.status).toBe(303);
  });

  it('is kept, and held for longer, when whoever holds it chooses it again', async () => {
    const form = await follow(app, await month(), TEN);
    const name = formOf(form).fields['hold'] ?? '';
    app.clock.set('2027-02-01T07:04:00Z');
    const again = await follow(app, await month(name), TEN);
    expect(formOf(again).fields['hold']).toBe(name);
    app.clock.set('2027-02-01T07:08:00Z');
    expect(await isFree(START)).toBe(false);
    expect((await send(app, again, filledIn)).status).toBe(303);
  });

  it('stays theirs when the other one that they choose is gone', async () => {
    const form = await follow(app, await month(), TEN);
    const back = await follow(app, form, 'Change time');
    await book(LATER);
    const gone = await follow(app, back, '14:00 to 14:30, Tuesday 2 February');
    expect(textOf(gone)).toContain('This time was just taken.');
    expect(await isFree(START)).toBe(false);
    const chosen = await send(app, gone, { ...filledIn, start: START });
    expect(chosen.status).toBe(303);
  });

  it('is theirs, too, on the page to which a browser without JavaScript goes back', async () => {
    const [page, rivals] = [await month(), await month()];
    const name = formOf(await follow(app, page, TEN)).fields['hold'];
    const again = await follow(app, page, TEN);
    expect(textOf(again)).not.toContain('just taken');
    expect(formOf(again).fields['hold']).toBe(name);
    expect(textOf(await follow(app, rivals, TEN))).toContain('This time was just taken.');
    const other = await follow(app, page, '14:00 to 14:30, Tuesday 2 February');
    expect([await isFree(START), await isFree(LATER)]).toEqual([true, false]);
    await book(START);
    const gone = await follow(app, page, TEN);
    expect(textOf(gone)).toContain('This time was just taken.');
    expect(formOf(gone).fields['hold']).toBe(name);
    expect(await isFree(LATER)).toBe(false);
    expect((await send(app, other, filledIn)).status).toBe(303);
    // What is booked is not held any more: the next time gets another hold.
    const next = await follow(app, page, '15:00 to 15:30, Tuesday 2 February');
    expect(textOf(next)).not.toContain('just taken');
    expect(formOf(next).fields['hold']).not.toBe(name);
    expect((await send(app, next, { ...filledIn, email: 'eve@example.com' })).status).toBe(303);
  });

  it('is booked after the hold ran out, if nobody else was quicker', async () => {
    const form = await follow(app, await month(), TEN);
    app.clock.set('2027-02-01T07:06:00Z');
    expect((await send(app, form, filledIn)).status).toBe(303);
  });

  it('that somebody else booked meanwhile leaves all that was typed, and other times', async () => {
    const form = await follow(app, await month(), TEN);
    app.clock.set('2027-02-01T07:06:00Z');
    await book(START);
    const answer = await send(app, form, { ...filledIn, notes: 'My own words' });
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('My own words');
    expect(textOf(answer)).toContain('This time was just taken.');
  });

  it('that is gone when it is chosen says so, with what the link had filled in', async () => {
    const page = await month();
    await book(START);
    const form = await follow(app, page, TEN);
    expect(textOf(form)).toContain('This time was just taken.');
    expect(formOf(form).fields['hold']).toBeUndefined();
  });

  it('is not held by reading its address', async () => {
    const before = await storedRows(app.database);
    await visit(app, `${linkPath(calendar)}/book?start=${START}`);
    expect(await storedRows(app.database)).toEqual(before);
    expect(await isFree(START)).toBe(true);
  });
});
