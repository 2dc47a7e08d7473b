import { z } from 'zod';
import { say } from '../language/say.js';
import { canonicalTimeZone } from './words/time-zone-names.js';

/** The IANA name of a zone; a former name (`Europe/Kiev`) becomes the present one. */
export const timeZoneSchema: z.ZodType<string, string> = z.string().transform((text, context) => {
  const zone = canonicalTimeZone(text);
  if (zone !== null) return zone;
  context.addIssue({ code: 'custom', message: say('problems:field.timeZone') });
  return z.NEVER;
});
