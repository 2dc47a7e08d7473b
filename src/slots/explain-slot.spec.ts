import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aSlotRequest,
  at,
  everyDay,
  type RequestChanges,
} from '../../test/oracle/a-slot-request.js';
import { anyRequest } from '../../test/oracle/random-request.js';
import { explainSlot, removingSteps } from './explain-slot.js';
import { findSlots } from './find-slots.js';

const on = (time: string) => at(`2026-01-05T${time}`);
const span = (start: string, end: string) => ({ start: on(start), end: on(end) });
const explained = (time: string, changes: RequestChanges = {}) =>
  explainSlot(aSlotRequest(changes), on(time));

describe('a start that is offered needs no explanation', () => {
  it('says null exactly when the engine offers it', () => {
    const place = { zone: 'America/Havana', date: '2026-11-01' };
    const minutes = fc.array(fc.nat(2880), { minLength: 5, maxLength: 5 });
    const property = fc.property(anyRequest(place, 'Asia/Tokyo'), minutes, (request, asked) => {
      const duration = request.rules.durationMinutes * 60_000;
      const offered = findSlots(request).map(({ start }) => start);
      for (const start of offered) expect(explainSlot(request, start)).toBeNull();
      const firstMinute = Math.ceil(request.from / 60_000) * 60_000;
      for (const start of asked.map((minute) => firstMinute + minute * 60_000)) {
        const range = { from: start - 7_000_000, to: start + duration + 3_000_000 };
        const found = findSlots({ ...request, ...range }).some((slot) => slot.start === start);
        expect(explainSlot(request, start) === null).toBe(found);
      }
    });
    fc.assert(property, { numRuns: 200 });
  });

  it('whatever range the request asks for', () => {
    expect(explained('10:00', { from: 0, to: 1 })).toBeNull();
  });
});

describe('a start that is not offered is explained by the step that removed it', () => {
  it('hours', () => {
    expect(explained('08:30')).toEqual({ step: 'hours' });
    expect(explained('17:00')).toEqual({ step: 'hours' });
  });

  it('hours, with the block that the slot outlasts', () => {
    expect(explained('16:45')).toEqual({ step: 'hours', interval: span('09:00', '17:00') });
  });

  it('an override that closes the date, or sets other hours', () => {
    const closed = { schedule: { overrides: [{ date: '2026-01-05', intervals: [] }] } };
    expect(explained('10:00', closed)).toEqual({ step: 'override' });
    const intervals = [{ start: '12:00', end: '14:00' }];
    const other = { schedule: { overrides: [{ date: '2026-01-05', intervals }] } };
    expect(explained('13:45', other)).toEqual({
      step: 'override',
      interval: span('12:00', '14:00'),
    });
    expect(explained('18:00', other)).toEqual({ step: 'override' });
    expect(explained('12:00', other)).toBeNull();
  });

  it('an override that took the tail of its night away', () => {
    const schedule = {
      weekly: everyDay('22:00-02:00'),
      overrides: [{ date: '2026-01-04', intervals: [] }],
    };
    expect(explained('00:30', { schedule })).toEqual({ step: 'override' });
    expect(explained('10:00', { schedule })).toEqual({ step: 'hours' });
  });

  it('the grid', () => {
    expect(explained('09:07')).toEqual({ step: 'grid' });
  });

  it('a busy event', () => {
    expect(explained('10:00', { busy: [span('10:29:30', '12:00')] })).toEqual({
      step: 'busy',
      interval: span('10:29:30', '12:00'),
    });
  });

  it('a booking', () => {
    expect(explained('10:00', { bookings: [span('09:30', '10:15')] })).toEqual({
      step: 'booking',
      interval: span('09:30', '10:15'),
    });
  });

  it('a buffer that collides though the slot itself is clear', () => {
    const rules = { bufferBeforeMinutes: 15 };
    const busy = [span('09:30', '10:00')];
    expect(explained('10:00', { rules, busy })).toEqual({ step: 'buffer', interval: busy[0] });
    expect(explained('10:00', { busy })).toBeNull();
    expect(explained('10:30', { rules, busy })).toBeNull();
  });

  it('notice', () => {
    const rules = { minimumNoticeMinutes: 60 };
    expect(explained('10:00', { rules, now: on('09:01') })).toEqual({ step: 'notice' });
    expect(explained('10:00', { rules, now: on('09:00') })).toBeNull();
  });

  it('the window', () => {
    expect(explained('10:00', { rules: { window: { to: on('10:00') } } })).toEqual({
      step: 'window',
    });
    expect(explained('10:00', { rules: { window: { from: on('10:30') } } })).toEqual({
      step: 'window',
    });
  });

  it('a limit, with the day, week or month that is full', () => {
    const counted = [span('09:00', '09:30')];
    expect(explained('10:00', { rules: { limits: { perDay: { count: 1 } } }, counted })).toEqual({
      step: 'limit',
      interval: { start: at('2026-01-05'), end: at('2026-01-06') },
    });
  });

  it('and by the first of several', () => {
    const busy = [span('09:00', '17:00')];
    expect(explained('09:07', { busy })?.step).toBe('grid');
    expect(explained('09:30', { busy, now: on('16:00') })?.step).toBe('busy');
  });

  it('and by all of them, in the order of the steps', () => {
    const changes = {
      busy: [span('08:00', '12:00')],
      bookings: [span('09:00', '10:00')],
      counted: [span('09:00', '10:00')],
      rules: {
        bufferBeforeMinutes: 15,
        limits: { perDay: { count: 1 } },
        window: { to: on('08:00') },
      },
      now: on('16:00'),
    };
    const steps = (time: string) =>
      removingSteps(aSlotRequest(changes), on(time)).map(({ step }) => step);
    const late = ['notice', 'window', 'limit'];
    expect(steps('09:07')).toEqual(['grid', 'busy', 'booking', ...late]);
    expect(steps('08:07')).toEqual(['hours', 'busy', ...late]);
    expect(steps('10:00')).toEqual(['busy', ...late]);
    expect(steps('12:00')).toEqual(['buffer', ...late]);
    expect(steps('13:00')).toEqual(late);
  });
});

it('a local time that does not exist cannot be asked for, and its neighbours are explained', () => {
  const zone = 'America/New_York';
  const request = aSlotRequest({ schedule: { timeZone: zone, weekly: everyDay('01:00-05:00') } });
  const asked = (iso: string) => explainSlot(request, at(iso))?.step;
  expect(asked('2026-03-08T01:30-05:00')).toBeUndefined();
  // What a clock that nobody had set would call 02:30 is 03:30.
  expect(asked('2026-03-08T02:30-05:00')).toBeUndefined();
  expect(asked('2026-03-08T05:00-04:00')).toBe('hours');
});
