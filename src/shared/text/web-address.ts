import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../outcome.js';
import { refusedWith, type SentenceProblem } from '../sentence-problem.js';

const LONGEST = 2_048;
/** A URL parser drops or turns some of these, so that what it reads is not what a person sees. */
const MISLEADING = /[\s\\<>"'`{}|^\p{C}]|%0[0ad]/iu;

/**
 * A link that leads exactly where it says: `https://` and a public name, nothing that a browser
 * would read differently from a person. Kept as it was written.
 */
export function parseSecureAddress(text: string): Outcome<string, SentenceProblem> {
  const address = text.trim();
  const url = readable(address);
  const isSafe = url !== null && url.protocol === 'https:' && /^https:\/\/[^/]/i.test(address);
  return isSafe ? done(address) : refusedWith(say('words:web.notSecure'));
}

/** A link as people give it, `example.com` included; http is theirs to use. */
export function parseWebAddress(text: string): Outcome<string, SentenceProblem> {
  const typed = text.trim();
  const address = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]|$)/i.test(typed)
    ? `https://${typed}`
    : typed;
  const isWeb = readable(address) !== null && /^https?:\/\/[^/]/i.test(address);
  return isWeb ? done(address) : refusedWith(say('words:web.unreadable'));
}

/** What a reader is shown of a link: the name of the place it leads to. */
export const siteOf = (address: string): string => readable(address)?.host ?? address;

export const secureAddressSchema: z.ZodType<string, string> = z
  .string()
  .transform((text, context) => {
    const outcome = parseSecureAddress(text);
    if (outcome.ok) return outcome.value;
    context.addIssue({ code: 'custom', message: outcome.problem.sentence });
    return z.NEVER;
  });

/** Null for what is no address, hides a name and password, or names no public place. */
function readable(address: string): URL | null {
  if (address.length > LONGEST || MISLEADING.test(address)) return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.username !== '' || url.password !== '') return null;
  return /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(url.hostname) ? url : null;
}
