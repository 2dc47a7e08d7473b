import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainSlot } from '../../src/slots/explain-slot.js';
import { findSlots } from '../../src/slots/find-slots.js';
import { ClockTape } from './clock-tape.js';
import { MinuteOracle } from './minute-oracle.js';
import { anyRequest, type Place } from './random-request.js';

const PLACES: readonly Place[] = [
  { zone: 'America/New_York', date: '2026-03-08' },
  { zone: 'America/New_York', date: '2026-11-01' },
  { zone: 'Europe/Berlin', date: '2026-03-29' },
  { zone: 'Europe/Kiev', date: '2026-10-25' },
  { zone: 'Australia/Lord_Howe', date: '2026-04-04' },
  { zone: 'Australia/Lord_Howe', date: '2026-10-03' },
  { zone: 'Pacific/Chatham', date: '2026-04-04' },
  { zone: 'Asia/Kathmandu', date: '2026-02-14' },
  { zone: 'Pacific/Apia', date: '2011-12-30' },
  { zone: 'Asia/Beirut', date: '2026-03-28' },
  { zone: 'Africa/Cairo', date: '2026-04-23' },
  { zone: 'Africa/Cairo', date: '2026-10-29' },
  { zone: 'America/Santiago', date: '2026-04-05' },
  { zone: 'America/Santiago', date: '2026-09-06' },
  { zone: 'America/Havana', date: '2026-11-01' },
  { zone: 'America/Sao_Paulo', date: '2018-02-18' },
  { zone: 'America/Sao_Paulo', date: '2018-11-04' },
  // Until 2006 its clocks went back at 00:01, so that for an hour it was yesterday again.
  { zone: 'America/St_Johns', date: '2006-10-29' },
  { zone: 'Africa/Casablanca', date: '2026-03-22' },
];

// The same requests every time, unless asked for more or others. A failure prints the shrunken request.
const ROUNDS = Number(process.env['ORACLE_ROUNDS'] ?? 2000);
const SEED = Number(process.env['ORACLE_SEED'] ?? 20260329);
const MINUTE = 60_000;
const DAY_MINUTES = 1440;

describe('the engine agrees with a clock that is read minute by minute', () => {
  it.each(PLACES.map((place, index) => ({ ...place, index })))(
    '$zone, days round $date',
    ({ zone, date, index }) => {
      const tape = new ClockTape(Date.parse(date) - 4 * DAY_MINUTES * MINUTE, 10 * DAY_MINUTES);
      const travelTo = PLACES[(index + 5) % PLACES.length]?.zone ?? 'UTC';
      const property = fc.property(
        anyRequest({ zone, date }, travelTo),
        fc.array(fc.nat(2880), { minLength: 4, maxLength: 4 }),
        (request, asked) => {
          const oracle = new MinuteOracle(request, tape);
          expect(findSlots(request).map(({ start }) => start)).toEqual(oracle.starts());
          for (const minutes of asked) {
            const start = (Math.ceil(request.from / MINUTE) + minutes) * MINUTE;
            const step = explainSlot(request, start)?.step ?? 'offered';
            expect(step === 'override' ? 'hours' : step).toBe(oracle.judge(start));
          }
        },
      );
      fc.assert(property, { numRuns: Math.ceil(ROUNDS / PLACES.length), seed: SEED });
    },
    10 * 60_000,
  );
});
