import type {
  CalendarConfiguration,
  OverrideFacts,
} from '../../../src/calendars/calendar-configuration.js';
import { type HostClocks, zoneAt } from '../../../src/calendars/settings/zone-at.js';
import type { TimeBlock } from '../../../src/calendars/time-off/time-block.entity.js';
import { describeDates } from '../../../src/calendars/words/dates.parser.js';
import type { DateRange } from '../../../src/calendars/words/date-speech.js';
import { say } from '../../../src/language/say.js';
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
  const rows = joined(datesAhead(facts));
  if (rows.length + blocks.length === 0) return sentences(say('commands:off.none'));
  const where = facts.calendars.length > 1 ? ` · ${say('commands:off.everywhere')}` : '';
  return {
    title: say('commands:off.title'),
    lines: [
      ...rows.filter(({ isClosed }) => isClosed).map(datesLine),
      ...rows.filter(({ isClosed }) => !isClosed).map(datesLine),
      ...blocks.map((block) => blockLine(block, clocks, where)),
    ],
  };
}

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
