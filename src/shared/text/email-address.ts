import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../outcome.js';
import { refusedWith, type SentenceProblem } from '../sentence-problem.js';

/** The longest address a mail server has to take (RFC 5321). */
const MOST_CHARACTERS = 254;
const MOST_LOCAL_CHARACTERS = 64;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Characters that a URL parser would decode or stop at, before it looks at the domain. */
const FOREIGN_TO_DOMAINS = /[\s%/\\:?#[\]@,;<>()"']/;

/**
 * An e-mail address in the form in which it is stored: as written before the `@`, the domain in
 * lower-case ASCII (punycode for IDN). Quoted and international local parts, domains without a dot
 * and trailing dots are refused: too many mail servers do not take them.
 */
export function parseEmailAddress(text: string): Outcome<string, SentenceProblem> {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = asciiDomain(address.slice(at + 1));
  const isAddress = local.length <= MOST_LOCAL_CHARACTERS && LOCAL.test(local) && domain !== null;
  if (!isAddress) return refusedWith(say('words:email.unreadable'));
  const stored = `${local}@${domain}`;
  if (stored.length > MOST_CHARACTERS) return refusedWith(say('words:email.unreadable'));
  return done(stored);
}

export const emailAddressSchema: z.ZodType<string, string> = z
  .string()
  .max(4 * MOST_CHARACTERS, { error: () => say('words:email.unreadable') })
  .transform((text, context) => {
    const outcome = parseEmailAddress(text);
    if (outcome.ok) return outcome.value;
    context.addIssue({ code: 'custom', message: outcome.problem.sentence });
    return z.NEVER;
  });

function asciiDomain(domain: string): string | null {
  if (domain.length > MOST_CHARACTERS || FOREIGN_TO_DOMAINS.test(domain)) return null;
  const ascii = domainToASCII(domain);
  const labels = ascii.split('.');
  const last = labels.at(-1) ?? '';
  const isDomain = labels.length >= 2 && labels.every((label) => LABEL.test(label));
  return isDomain && /^(?:xn--[a-z0-9-]+|[a-z]{2,})$/.test(last) ? ascii : null;
}
