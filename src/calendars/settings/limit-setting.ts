import { z } from 'zod';
import { say } from '../../language/say.js';
import { describeLimits, parseLimits, type SlotLimits } from '../words/limit.parser.js';
import { checked, type Setting } from './setting.js';

export type { SlotLimits } from '../words/limit.parser.js';

const range = { error: () => say('settings:limit.range') };
const MOST_MEETINGS = 1_000;
/** Every minute of the longest month. */
const MOST_MINUTES = 31 * 1_440;

const limit = z
  .strictObject({
    count: z.int(range).min(1, range).max(MOST_MEETINGS, range).exactOptional(),
    minutes: z.int(range).min(5, range).max(MOST_MINUTES, range).exactOptional(),
  })
  .refine(({ count, minutes }) => count !== undefined || minutes !== undefined, range);

/** What is not named has no limit afterwards: a limit is always said whole. */
export const limitSetting: Setting<SlotLimits> = {
  name: 'limit',
  schema: z.strictObject({
    perDay: limit.exactOptional(),
    perWeek: limit.exactOptional(),
    perMonth: limit.exactOptional(),
  }),
  parse: (text) => checked(limitSetting.schema, parseLimits(text)),
  describe: describeLimits,
  from: ({ limits }) => limits,
  patch: (limits) => ({ limits }),
};

/** The most minutes that a period leaves to its meetings; infinite without such a limit. */
export function mostMinutes({ perDay, perWeek, perMonth }: SlotLimits): number {
  return Math.min(...[perDay, perWeek, perMonth].map((period) => period?.minutes ?? Infinity));
}
