import { z } from 'zod';
import { say } from '../../language/say.js';
import { personTextSchema } from '../../shared/text/person-text.js';
import { secureAddressSchema } from '../../shared/text/web-address.js';
import { done } from '../../shared/outcome.js';
import { plainWords } from '../words/plain-words.js';
import { checked, type Setting } from './setting.js';

/** What somebody sees who has just booked: their booking, with a text of the host, or another page. */
export type AfterBooking =
  | { readonly kind: 'page' }
  | { readonly kind: 'text'; readonly text: string }
  /** Exactly this https address, whatever a link or a form asks for. */
  | { readonly kind: 'redirect'; readonly url: string };

const malformed = { error: () => say('settings:afterBooking.malformed') };

export const afterBookingSetting: Setting<AfterBooking> = {
  name: 'after-booking',
  schema: z.discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('page') }),
      z.strictObject({
        kind: z.literal('text'),
        text: personTextSchema({ maxLength: 1_000, isMultiline: true }),
      }),
      z.strictObject({ kind: z.literal('redirect'), url: secureAddressSchema }),
    ],
    malformed,
  ),
  parse: (text) => {
    const after = readAfter(text);
    const notes = after.kind === 'redirect' ? [say('settings:afterBooking.redirects')] : [];
    return checked(afterBookingSetting.schema, done(after), { notes });
  },
  describe: describeAfter,
  from: ({ afterBooking }) => afterBooking,
  patch: (afterBooking) => ({ afterBooking }),
};

/** What the host tells whoever has booked; null when they set no text. */
export const afterText = ({
  afterBooking,
}: {
  readonly afterBooking: AfterBooking;
}): string | null => (afterBooking.kind === 'text' ? afterBooking.text : null);

/** One piece that reads like an address is meant as one, and judged as one. */
const ADDRESS = /^(?:[^\s]*[:/\\%][^\s]*|(?:javascript|data|vbscript|https?|file):.*)$/is;

function readAfter(text: string): AfterBooking {
  const typed = text.trim();
  if (/^(?:none|no|off|page|nothing)?$/.test(plainWords(typed))) return { kind: 'page' };
  return ADDRESS.test(typed) ? { kind: 'redirect', url: typed } : { kind: 'text', text: typed };
}

function describeAfter(after: AfterBooking): string {
  if (after.kind === 'page') return say('settings:none');
  return after.kind === 'text' ? after.text : after.url;
}
