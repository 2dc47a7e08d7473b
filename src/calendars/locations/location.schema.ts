import { z } from 'zod';
import { say } from '../../language/say.js';
import { personTextSchema } from '../../shared/text/person-text.js';
import { parsePhoneNumber } from '../../shared/text/phone-number.js';
import { secureAddressSchema } from '../../shared/text/web-address.js';
import type { Location } from './location.js';

const shortText = personTextSchema({ maxLength: 100 });
const address = personTextSchema({ maxLength: 300 });

const phoneNumber: z.ZodType<string, string> = z.string().transform((text, context) => {
  const number = parsePhoneNumber(text);
  if (number.ok) return number.value;
  context.addIssue({ code: 'custom', message: number.problem.sentence });
  return z.NEVER;
});

const bare = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind) });

/** A place as JSON. */
export const locationSchema: z.ZodType<Location> = z.discriminatedUnion(
  'kind',
  [
    bare('none'),
    bare('phone-host-calls'),
    z.strictObject({ kind: z.literal('phone-attendee-calls'), number: phoneNumber }),
    z.strictObject({ kind: z.literal('address'), label: shortText, address }),
    z.strictObject({ kind: z.literal('link'), url: secureAddressSchema }),
    bare('slack-huddle'),
    z.strictObject({ kind: z.literal('discord-voice'), channel: shortText }),
    bare('ask'),
  ],
  { error: () => say('intake:location.unreadable', { text: '' }) },
);
