import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aSlotRequest, at, everyDay, starts } from '../../test/oracle/a-slot-request.js';
import { anyRequest } from '../../test/oracle/random-request.js';
import { findSlots, type SlotRequest } from './find-slots.js';

const on = (time: string) => at(`2026-01-05T${time}`);
const span = (start: string, end: string) => ({ start: on(start), end: on(end) });
const times = (request: SlotRequest) =>
  starts(findSlots(request)).map((shown) => shown.slice(6, 11));

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

const anywhere = anyRequest({ zone: 'America/Santiago', date: '2026-04-05' }, 'Pacific/Apia');

describe('the six steps together', () => {
  it('hours, blocked time, grid, notice and window, limits, slots', () => {
    const request = aSlotRequest({
      schedule: { timeZone: 'Europe/Berlin', weekly: everyDay('09:00-17:00') },
      rules: {
        durationMinutes: 45,
        startIncrementMinutes: 60,
        bufferAfterMinutes: 15,
        minimumNoticeMinutes: 60,
        window: { to: on('14:00') },
        limits: { perDay: { count: 2 } },
      },
      busy: [span('11:00', '11:30')],
      bookings: [span('09:50', '10:00')],
      counted: [span('09:50', '10:00')],
      now: on('07:30'),
    });
    // Berlin opens at 08:00 UTC, notice ends at 08:30, and 09:00 needs its buffer until 10:00.
    expect(findSlots(request)).toEqual([
      span('10:00', '10:45'),
      span('12:00', '12:45'),
      span('13:00', '13:45'),
    ]);
  });

  it('answers in ascending order without doubles', () => {
    fc.assert(
      fc.property(anywhere, (request) => {
        const found = findSlots(request).map(({ start }) => start);
        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('intervals are half-open', () => {
  const morning = { weekly: everyDay('09:00-11:00') };

  it('touching is not overlapping: an event until 10:00 leaves 10:00 free', () => {
    const busy = [span('09:30', '10:00'), span('10:30', '11:00')];
    expect(times(aSlotRequest({ schedule: morning, busy }))).toEqual(['09:00', '10:00']);
  });

  it('seconds count: an event until 10:00:30 blocks 10:00', () => {
    const busy = [span('09:30', '10:00:30')];
    expect(times(aSlotRequest({ schedule: morning, busy }))).toEqual(['09:00', '10:30']);
  });

  it('busy time may be unsorted and overlap', () => {
    const busy = [
      span('10:30', '11:30'),
      span('09:00', '09:10'),
      span('10:40', '10:50'),
      span('08:00', '09:05'),
    ];
    expect(times(aSlotRequest({ schedule: morning, busy }))).toEqual(['09:30', '10:00']);
  });
});

describe('buffers', () => {
  it('add up: those of the bookings and those of the new one', () => {
    // A booking of 10:00–10:30 that keeps 15 minutes before it, and a new one that keeps 15 after it.
    const bookings = [span('09:45', '10:30')];
    const rules = { bufferAfterMinutes: 15, startIncrementMinutes: 15 };
    const request = aSlotRequest({
      schedule: { weekly: everyDay('09:00-11:00') },
      rules,
      bookings,
    });
    expect(times(request)).toEqual(['09:00', '10:30']);
  });

  it('do not apply at the edges of the hours', () => {
    const rules = { bufferBeforeMinutes: 60, bufferAfterMinutes: 60 };
    expect(times(aSlotRequest({ schedule: { weekly: everyDay('09:00-10:00') }, rules }))).toEqual([
      '09:00',
      '09:30',
    ]);
  });
});

describe('the engine is a function of its argument', () => {
  it('it changes nothing it is handed', () => {
    fc.assert(
      fc.property(anywhere, (request) => {
        const before = structuredClone(request);
        findSlots(frozen(request));
        expect(request).toEqual(before);
      }),
    );
  });

  it('it answers alike every time', () => {
    fc.assert(
      fc.property(anywhere, (request) => expect(findSlots(request)).toEqual(findSlots(request))),
    );
  });

  it('a wider range only adds: what is offered never depends on `from` or `to`', () => {
    fc.assert(
      fc.property(
        anywhere,
        fc.nat(4 * 86_400_000),
        fc.nat(86_400_000),
        (request, earlier, later) => {
          const { from, to } = request;
          const wider = findSlots({ ...request, from: from - earlier, to: to + later });
          expect(wider.filter(({ start, end }) => start >= from && end <= to)).toEqual(
            findSlots(request),
          );
        },
      ),
    );
  });

  it('busy time only removes', () => {
    fc.assert(
      fc.property(anywhere, (request) => {
        const free = findSlots({ ...request, busy: [], bookings: [] }).map(({ start }) => start);
        for (const { start } of findSlots(request)) expect(free).toContain(start);
      }),
    );
  });

  it.each(['UTC', 'Pacific/Apia', 'America/St_Johns'])(
    'a process in %s answers as any other',
    (zone) => {
      const script = `
      import { loadTypeScript } from './bench/slots/typescript-sources.mjs';
      const { findSlots } = await loadTypeScript('src/slots/find-slots.ts');
      console.log(JSON.stringify(findSlots(JSON.parse(process.argv[1]))));`;
      const request = aSlotRequest({
        schedule: { timeZone: 'America/New_York', weekly: everyDay('22:00-03:00') },
        from: at('2026-10-30'),
        to: at('2026-11-03'),
      });
      const options = { env: { TZ: zone }, encoding: 'utf8' } as const;
      const args = ['--no-warnings', '--input-type=module', '-e', script, JSON.stringify(request)];
      expect(JSON.parse(execFileSync(process.execPath, args, options))).toEqual(findSlots(request));
    },
  );
});

describe('names of a zone', () => {
  it('Europe/Kiev and Europe/Kyiv offer the same times', () => {
    const inZone = (timeZone: string) =>
      findSlots(
        aSlotRequest({ schedule: { timeZone }, from: at('2026-03-28'), to: at('2026-03-31') }),
      );
    expect(inZone('Europe/Kiev')).toEqual(inZone('Europe/Kyiv'));
    expect(inZone('Europe/Kiev')).toHaveLength(48);
  });

  it('one that does not exist is a fault with a code', () => {
    expect(() => findSlots(aSlotRequest({ schedule: { timeZone: 'Mars/Phobos' } }))).toThrow(
      expect.objectContaining({ code: 'unknown-zone' }),
    );
  });
});

it('hours of a trip are kept on the clocks of the place', () => {
  const travel = [{ from: '2026-05-05', to: '2026-05-05', timeZone: 'Asia/Tokyo' }];
  const request = aSlotRequest({
    schedule: { timeZone: 'Europe/Berlin', weekly: everyDay('09:00-10:00'), travel },
    from: at('2026-05-04'),
    to: at('2026-05-07'),
    busy: [{ start: at('2026-05-05T09:15+09:00'), end: at('2026-05-05T09:20+09:00') }],
  });
  expect(starts(findSlots(request), 'Europe/Berlin')).toEqual([
    '05-04 09:00 +2',
    '05-04 09:30 +2',
    '05-05 02:30 +2',
    '05-06 09:00 +2',
    '05-06 09:30 +2',
  ]);
});
