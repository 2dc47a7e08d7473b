// Prints this engine beside npm's slot-calculator and a plain Luxon engine: the same questions, one
// process, one run. Fails when a target is missed.
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import slotCalculatorPackage from 'slot-calculator';
import { luxonSlots } from './luxon-engine.mjs';
import { offGridInput, sameInput } from './same-input.mjs';
import { loadTypeScript } from './typescript-sources.mjs';

const { getSlots } = slotCalculatorPackage;
const { findSlots } = await loadTypeScript('src/slots/find-slots.ts');

const ENGINES = {
  ours: ({ request }) => findSlots(request),
  luxon: ({ request }) => luxonSlots(request),
  npm: ({ slotCalculator }) => getSlots(slotCalculator).availableSlots,
};
// What they answered, as epoch milliseconds: written outside of what is measured.
const STARTS = {
  ours: (slots) => slots.map(({ start }) => start),
  luxon: (slots) => slots.map(({ start }) => start.toMillis()),
  npm: (slots) => slots.map(({ from }) => Date.parse(from)),
};
const HORIZONS = [7, 30, 60, 365];
const EVENTS = [0, 100, 1_000, 10_000];
// Every engine gets its turns until the budget is used up, and at least three.
const LEAST_TURNS = 3;
const MOST_TURNS = 500;
const BUDGET_MS = 1_000;

const TARGETS = [
  { days: 60, events: 1_000, what: 'at most 0.4 ms', met: ({ ours }) => ours <= 0.4 },
  { days: 365, events: 10_000, what: 'at most 5 ms', met: ({ ours }) => ours <= 5 },
  {
    days: 60,
    events: 1_000,
    what: 'at least 100 times as fast as slot-calculator',
    met: ({ ours, npm }) => npm / ours >= 100,
  },
];

function medianMs(engine, inputs) {
  const turns = [];
  const begun = performance.now();
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const started = performance.now();
    engine(inputs[turn % inputs.length]);
    const ended = performance.now();
    turns.push(ended - started);
    if (turns.length >= LEAST_TURNS && ended - begun > BUDGET_MS) break;
  }
  return turns.sort((a, b) => a - b)[Math.floor(turns.length / 2)];
}

function measure(days, events) {
  // Five shuffles, so that no sort learns one order by heart.
  const inputs = [1, 2, 3, 4, 5].map((seed) => sameInput({ days, events, seed }));
  const [starts, ...peers] = Object.keys(ENGINES).map((name) => startsOf(name, inputs[0]));
  const agree = peers.every((peer) => peer.join() === starts.join());
  const row = { days, events, slots: starts.length, agree };
  for (const [name, engine] of Object.entries(ENGINES)) row[name] = medianMs(engine, inputs);
  return row;
}

function startsOf(name, input) {
  return STARTS[name](ENGINES[name](input));
}

const ms = (value) => (value < 10 ? value.toFixed(3) : value.toFixed(0)).padStart(8);
const times = (value) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)}×`.padStart(9);

function printRow({ days, events, slots, agree, ours, luxon, npm }) {
  const size = `${String(days).padStart(4)} ${String(events).padStart(7)} ${String(slots).padStart(6)}`;
  const peers = `${ms(luxon)} ${times(luxon / ours)} ${ms(npm)} ${times(npm / ours)}`;
  console.log(`${size} ${ms(ours)} ${peers}  ${agree ? 'equal' : 'DIFFERENT'}`);
}

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`,
);
const coldStart = performance.now();
findSlots(sameInput({ days: 60, events: 0, seed: 1 }).request);
console.log(
  `First call of all (it reads the zone's offsets): ${(performance.now() - coldStart).toFixed(1)} ms`,
);
console.log('\nMedian ms per call; × is how many times longer the peer takes.');
console.log('days  events  slots     ours    Luxon     ratio      npm     ratio  starts');

// The engine is measured warm, as in a server; so are its peers.
for (const engine of Object.values(ENGINES)) {
  const input = sameInput({ days: 30, events: 1_000, seed: 9 });
  for (let turn = 0; turn < 5; turn += 1) engine(input);
}
const rows = [];
for (const days of HORIZONS) {
  for (const events of EVENTS) {
    const row = measure(days, events);
    rows.push(row);
    printRow(row);
  }
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'America/New_York',
  timeStyle: 'short',
});
const [ours, luxon, npm] = Object.keys(ENGINES).map((name) =>
  startsOf(name, offGridInput())
    .slice(1, 4)
    .map((start) => clock.format(start))
    .join(' '),
);
console.log(`
The events of the table begin and end on the grid, because elsewhere the engines mean different
things. After an event at 10:00–10:07, from 09:30 on: ours ${ours}, Luxon ${luxon},
slot-calculator ${npm}: it begins a new grid there. It knows no increment, buffers, notice,
limits or overrides either, so the table asks only what all three can answer.
`);

const failed = TARGETS.filter(({ days, events, what, met }) => {
  const row = rows.find((candidate) => candidate.days === days && candidate.events === events);
  const passed = met(row);
  console.log(`${passed ? 'PASS' : 'FAIL'}  ${days} days, ${events} events: ${what}`);
  return !passed;
});
const disagreeing = rows.filter(({ agree }) => !agree);
if (disagreeing.length > 0) console.log(`FAIL  ${disagreeing.length} rows with different slots`);
process.exitCode = failed.length + disagreeing.length > 0 ? 1 : 0;
