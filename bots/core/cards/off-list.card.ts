import type {
  CalendarConfiguration,
  OverrideFacts,
} from '../../../src/calendars/calendar-configuration.js';
import { type HostClocks, zoneAt } from '../../../src/calendars/settings/zone-at.js';
import type { TimeBlock } from '../../../src/calendars/time-off/time-block.entity.js';
import { describeDates } from '../../../src/calendars/words/dates.parser.js';
import type { DateRange } from '../../../src/calendars/words/date-speech.js';
import { describeDate } from '../../../src/calendars/words/local-date.js';
import { describeIntervals } from '../../../src/calendars/words/weekly-hours.js';
import { say } from '../../../src/language/say.js';
import { timeOf } from '../../../src/language/time-words.js';
import { addDays, localDateOf } from '../../../src/slots/wall-clock.js';
import { type Line, type Message, sentences, time } from '../message.js';
import { hoursOffWords, withReason } from './date-off.js';

export interface OffFacts {
  /** Of one host, the one in use first. */
  readonly calendars: readonly CalendarConfiguration[];
  /** Of the host, so for each of the calendars; soonest first. */
  readonly blocks: readonly Pick<TimeBlock, 'startsAt' | 'endsAt' | 'reason'>[];
  readonly clocks: HostClocks;
  readonly now: number;
}

/** Something in the list, as the command to take it away names it. */
export interface OffRemoval {
  readonly words: string;
  readonly shown: string;
}

/** Dates with the same hours, for the same reason, in the same calendars. */
interface DatesRow {
  readonly dates: DateRange;
  readonly isClosed: boolean;
  /** What is said behind the dates. */
  readonly words: string;
}

/** What `off` answers: days off, other hours, blocks; each in the order of their dates. */
export function offListCard(facts: OffFacts): Message {
  const { blocks, clocks } = facts;
  const rows = datesRows(facts);
  if (rows.length + blocks.length === 0) return sentences(say('commands:off.none'));
  const where = facts.calendars.length > 1 ? ` · ${say('commands:off.everywhere')}` : '';
  return {
    title: say('commands:off.title'),
    lines: [...rows.map(datesLine), ...blocks.map((block) => blockLine(block, clocks, where))],
  };
}

/** Each that can be named by its dates and hours, in the order of the list. */
export function offRemovals(facts: OffFacts): readonly OffRemoval[] {
  const rows = datesRows(facts).map(({ dates }): OffRemoval => {
    const { from, to } = dates;
    return { words: from === to ? from : `${from} - ${to}`, shown: describeDates(dates) };
  });
  const blocks = facts.blocks.flatMap((block) => blockRemoval(block, facts.clocks) ?? []);
  return [...new Map([...rows, ...blocks].map((one) => [one.words, one])).values()];
}

/** Null for a block over several dates, whose other blocks would go with it. */
function blockRemoval(
  { startsAt, endsAt }: OffFacts['blocks'][number],
  clocks: HostClocks,
): OffRemoval | null {
  const zone = zoneAt(clocks, startsAt.getTime());
  const face = { zone, hourCycle: '24' } as const;
  const date = localDateOf(zone, startsAt.getTime());
  if (localDateOf(zone, endsAt.getTime() - 1) !== date) return null;
  const end = timeOf(endsAt.getTime(), face);
  const hours = { start: timeOf(startsAt.getTime(), face), end: end === '00:00' ? '24:00' : end };
  return {
    words: `${date} ${hours.start}-${hours.end}`,
    shown: `${describeDate(date)}, ${describeIntervals([hours])}`,
  };
}

const datesRows = (facts: OffFacts): readonly DatesRow[] => {
  const rows = joined(datesAhead(facts));
  return [...rows.filter(({ isClosed }) => isClosed), ...rows.filter(({ isClosed }) => !isClosed)];
};

/** Each date once for each of the hours it has, with the calendars that have them. */
function datesAhead({ calendars, now }: OffFacts): DatesRow[] {
  const all = calendars.flatMap(({ overrides, settings }) => {
    const today = localDateOf(zoneAt(settings, now), now);
    const ahead = overrides.filter(({ date }) => date >= today);
    return ahead.map((override) => ({ override, title: settings.title }));
  });
  const alike = Map.groupBy(all, ({ override }) => `${override.date} ${hoursOf(override)}`);
  return [...alike.values()]
    .flatMap(([first, ...others]): DatesRow[] => {
      if (!first) return [];
      const titles = [first, ...others].map(({ title }) => title);
      const { date, intervals } = first.override;
      const words = `${hoursOf(first.override)}${whereOf(titles, calendars.length)}`;
      return [{ dates: { from: date, to: date }, isClosed: intervals.length === 0, words }];
    })
    .toSorted((one, other) => (one.dates.from < other.dates.from ? -1 : 1));
}

function whereOf(titles: readonly string[], calendars: number): string {
  if (calendars === 1) return '';
  if (titles.length === calendars) return ` · ${say('commands:off.everywhere')}`;
  return ` · ${say('commands:off.onlyIn', { titles: titles.join('”, “') })}`;
}

/** Days one after the other that are alike in one row, as they were said. */
function joined(rows: readonly DatesRow[]): readonly DatesRow[] {
  return rows.reduce<readonly DatesRow[]>((done, row) => {
    const before = done.findLast(({ words }) => words === row.words);
    if (!before || addDays(before.dates.to, 1) !== row.dates.from) return [...done, row];
    const longer = { ...before, dates: { from: before.dates.from, to: row.dates.to } };
    return done.map((one) => (one === before ? longer : one));
  }, []);
}

const hoursOf = ({ intervals, reason }: OverrideFacts): string =>
  withReason(hoursOffWords(intervals), reason);

const datesLine = ({ dates, words }: DatesRow): Line => [`• ${describeDates(dates)} · ${words}`];

function blockLine(
  { startsAt, endsAt, reason }: OffFacts['blocks'][number],
  clocks: HostClocks,
  where: string,
): Line {
  const timeZone = zoneAt(clocks, startsAt.getTime());
  const blocked = withReason(say('commands:off.blockedSpan'), reason ?? null);
  return ['• ', time(startsAt, timeZone), ' – ', time(endsAt, timeZone), ` · ${blocked}${where}`];
}
