import { z } from 'zod';
import { say } from '../../language/say.js';
import { canonicalTimeZone } from '../words/time-zone-names.js';
import { parseTimeZone } from '../words/time-zone.parser.js';
import { checked, type Setting } from './setting.js';

/** IANA names only, aliases turned into present names; text may name a city as well. */
export const timeZoneSetting: Setting<string> = {
  name: 'timezone',
  schema: z.string().transform((name, context) => {
    const zone = canonicalTimeZone(name);
    if (zone !== null) return zone;
    context.addIssue({ code: 'custom', message: say('settings:timezone.malformed') });
    return z.NEVER;
  }),
  parse: (text) => checked(timeZoneSetting.schema, parseTimeZone(text)),
  describe: (timeZone) => timeZone,
  from: ({ timeZone }) => timeZone,
  patch: (timeZone) => ({ timeZone }),
};
