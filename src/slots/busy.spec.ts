import { describe, expect, it } from '@jest/globals';
import { aSlotRequest, at } from '../../test/oracle/a-slot-request.js';
import { blockedTime, clearOf } from './busy.js';

const MINUTE = 60_000;
const event = (start: string, end: string) => ({
  start: at(`2026-01-05T${start}`),
  end: at(`2026-01-05T${end}`),
});
const clock = (instant: number) => new Date(instant).toISOString().slice(11, 19);
const shown = (request: Parameters<typeof blockedTime>[0]) =>
  blockedTime(request).map(({ start, end }) => `${clock(start)}–${clock(end)}`);

describe('blocked time', () => {
  it('is every event and every booking, in any order', () => {
    const request = aSlotRequest({
      busy: [event('14:00', '15:00'), event('10:00', '11:00'), event('10:30', '12:00')],
      bookings: [event('09:00', '09:30')],
    });
    expect(shown(request)).toEqual([
      '14:00:00–15:00:00',
      '10:00:00–11:00:00',
      '10:30:00–12:00:00',
      '09:00:00–09:30:00',
    ]);
  });

  it('is widened by the new booking’s buffers: the one after it counts before an event', () => {
    const request = aSlotRequest({
      rules: { bufferBeforeMinutes: 10, bufferAfterMinutes: 20 },
      busy: [event('12:00', '13:00')],
    });
    expect(shown(request)).toEqual(['11:40:00–13:10:00']);
  });

  it('keeps the seconds of an event', () => {
    expect(shown(aSlotRequest({ busy: [event('09:00', '10:00:30')] }))).toEqual([
      '09:00:00–10:00:30',
    ]);
  });

  it('holds no event that lasts no time, buffers or not', () => {
    const request = aSlotRequest({
      rules: { bufferBeforeMinutes: 60, bufferAfterMinutes: 60 },
      busy: [event('12:00', '12:00'), event('13:00', '12:00')],
    });
    expect(blockedTime(request)).toEqual([]);
  });

  it('holds an event outside the range whose buffer reaches in, and no other', () => {
    const request = aSlotRequest({
      rules: { bufferBeforeMinutes: 30 },
      busy: [event('08:00', '09:00'), event('06:00', '07:00'), event('11:00', '12:00')],
      from: at('2026-01-05T09:00'),
      to: at('2026-01-05T11:00'),
    });
    expect(shown(request)).toEqual(['08:00:00–09:30:00']);
  });
});

describe('a start is clear', () => {
  const blocked = [
    { start: 100, end: 200 },
    { start: 300, end: 301 },
  ];

  it('when its slot touches blocked time, and not when it overlaps by an instant', () => {
    expect(clearOf(blocked, [89, 90, 91, 199, 200, 289, 290, 291, 301], 10)).toEqual([
      89, 90, 200, 289, 290, 301,
    ]);
  });

  it('not when its slot holds the whole of an event', () => {
    expect(clearOf(blocked, [50, 250, 400], 200)).toEqual([400]);
  });

  it('of every event at once, though they overlap and come in any order', () => {
    const several = [...blocked, { start: 190, end: 310 }, { start: 120, end: 130 }, blocked[0]!];
    expect(clearOf(several, [90, 200, 250, 300, 305, 310, 311], 10)).toEqual([90, 310, 311]);
  });

  it('everywhere when nothing is blocked', () => {
    expect(clearOf([], [1, 2, 3], 30 * MINUTE)).toEqual([1, 2, 3]);
  });
});
