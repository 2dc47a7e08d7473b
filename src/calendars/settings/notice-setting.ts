import { z } from 'zod';
import { say } from '../../language/say.js';
import { describeNotice, parseNotice, type MinimumNotice } from '../words/notice.parser.js';
import { checked, type Setting } from './setting.js';

const range = { error: () => say('settings:notice.range') };
/** One year of each unit. */
const MOST = { minutes: 527_040, hours: 8_784, days: 366, weeks: 52, months: 12 } as const;

export const noticeSetting: Setting<MinimumNotice> = {
  name: 'notice',
  schema: z
    .strictObject({
      amount: z.int(range).min(0, range),
      unit: z.enum(['minutes', 'hours', 'days', 'weeks', 'months'], range),
    })
    .refine(({ amount, unit }) => amount <= MOST[unit], range),
  parse: (text) => {
    const bare = /^\s*([1-9]|1\d|2[0-4])\s*$/.exec(text)?.[1];
    const notes = bare === undefined ? [] : [say('settings:notice.minutes', { amount: bare })];
    return checked(noticeSetting.schema, parseNotice(text), { notes });
  },
  describe: describeNotice,
  from: ({ minimumNotice }) => minimumNotice,
  patch: (minimumNotice) => ({ minimumNotice }),
};
