import { z } from 'zod';
import { say } from '../../language/say.js';
import { canonicalHours, describeWeeklyHours, type WeeklyHours } from '../words/weekly-hours.js';
import { parseWeeklyHours, withNamedDays } from '../words/weekly-hours.parser.js';
import { checked, type Setting } from './setting.js';

const malformed = { error: () => say('settings:hours.malformed') };
const START = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const END = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
/** One window for each quarter of an hour would be 96 a day; nobody keeps more. */
const MOST_WINDOWS = 700;

const weekday = z.union(
  [
    z.literal(1),
    z.literal(2),
    z.literal(3),
    z.literal(4),
    z.literal(5),
    z.literal(6),
    z.literal(7),
  ],
  malformed,
);

const times = {
  start: z.string(malformed).regex(START, malformed),
  end: z.string(malformed).regex(END, malformed),
};
const isSpan = ({ start, end }: { readonly start: string; readonly end: string }): boolean =>
  start !== end;

/** Hours of a date: local times, of which an end at or before the start is on the next date. */
export const localWindowSchema = z.strictObject(times).refine(isSpan, malformed);

const window = z
  .strictObject({
    weekdays: z.array(weekday, malformed).min(1, malformed).max(7, malformed),
    ...times,
  })
  .refine(isSpan, malformed);

/** Windows in any order; overlapping ones are joined, and every spelling of the same hours is one. */
export const hoursSetting: Setting<WeeklyHours> = {
  name: 'hours',
  schema: z.array(window, malformed).max(MOST_WINDOWS, malformed).transform(canonicalHours),
  parse: (text, { current }) => {
    const read = parseWeeklyHours(text);
    if (!read.ok) return read;
    const { notes, confirm } = read.value;
    const weekly = withNamedDays(current?.weeklyHours ?? [], read.value);
    const more = { notes, ...(confirm === undefined ? {} : { confirm }) };
    return checked(hoursSetting.schema, { ok: true, value: weekly }, more);
  },
  describe: describeWeeklyHours,
  from: ({ weeklyHours }) => weeklyHours,
  patch: (weeklyHours) => ({ weeklyHours }),
};
