import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CalendarConfiguration,
  linkPath,
} from '../../../src/calendars/calendar-configuration.js';
import { aCalendar } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import { arrive, follow, formOf, headingOf, links, send, textOf } from './visitor.js';

let app: TestApp;
let calendar: CalendarConfiguration;
let link: string;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  calendar = await aCalendar(app.nest);
  link = linkPath(calendar);
});
afterAll(() => app.stop());

const TEN = '10:00 to 10:30, Tuesday 2 February';
const ELEVEN = '11:00 to 11:30, Wednesday 3 February';

describe('without JavaScript', () => {
  it('somebody books, moves and cancels, and the time is free again', async () => {
    const month = await arrive(app, link);
    expect([month.status, headingOf(month)]).toEqual([200, 'Intro call']);
    const tuesday = await follow(app, month, /^Tuesday 2 February 2027, \d+ times available$/);
    const details = await follow(app, tuesday, TEN);
    const booked = await send(app, details, { name: 'Sam Rivers', email: 'sam@example.com' });
    expect(booked.status).toBe(303);
    const address = booked.headers.get('location')!;
    expect(address).toMatch(/^\/b\/[0-9a-z]{20}\?t=[\w-]{43}$/);

    const confirmation = await arrive(app, address);
    expect(confirmation.status).toBe(200);
    expect(textOf(confirmation)).toContain('Booked');
    expect(textOf(confirmation)).toContain('Tuesday 2 February 2027');
    expect(textOf(confirmation)).toContain('10:00 – 10:30');
    expect(textOf(confirmation)).toContain('Ada and Sam');
    expect(textOf(confirmation)).not.toContain('Rivers');
    expect(links(await follow(app, month, /^Tuesday 2 February/))).not.toContain(TEN);

    const times = await follow(app, confirmation, 'Move to another time');
    const wednesday = await follow(app, times, /^Wednesday 3 February 2027/);
    const question = await follow(app, wednesday, ELEVEN);
    expect(headingOf(question)).toBe('Move to this time?');
    expect(textOf(await arrive(app, address))).toContain('10:00 – 10:30');
    const moved = await send(app, question);
    expect(moved.status).toBe(303);
    const after = await arrive(app, moved.headers.get('location')!);
    expect(textOf(after)).toContain('Moved');
    expect(textOf(after)).toContain('Wednesday 3 February 2027');
    expect(links(await follow(app, month, /^Tuesday 2 February/))).toContain(TEN);
    expect(links(await follow(app, month, /^Wednesday 3 February/))).not.toContain(ELEVEN);

    const sure = await follow(app, after, 'Cancel meeting');
    expect(headingOf(sure)).toBe('Cancel this meeting?');
    const cancelled = await send(app, sure, { reason: 'Ill' });
    expect(cancelled.status).toBe(303);
    expect(textOf(await arrive(app, address))).toContain('Cancelled');
    expect(links(await follow(app, month, /^Wednesday 3 February/))).toContain(ELEVEN);
    const rows = await app.database.query(
      `select status, sequence, cancel_reason, source, attendee_time_zone from booking`,
    );
    expect(rows).toEqual([
      {
        ...{ status: 'cancelled', sequence: 2, cancel_reason: 'Ill', source: 'web' },
        attendee_time_zone: 'Europe/Berlin',
      },
    ]);
    expect(formOf(details).fields['idempotencyKey']).toMatch(/^[\w-]{43}$/);
  });
});
