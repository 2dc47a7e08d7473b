import { say } from '../../src/language/say.js';
import type { Answer } from '../e2e/ask.js';

const [PROPOSED = ''] = say('commands:proposed', { attendee: '…' }).split('…');
/** The other side has moved it there already. */
const [STANDS = ''] = say('commands:presentTime', { when: '…' }).split('…');

/** What the terminal may answer to a host who was too late. */
const REFUSED = [
  STANDS,
  say('commands:problem.taken'),
  say('commands:problem.changed'),
  say('commands:closed.cancelled'),
  say('commands:closed.declined'),
  say('commands:closed.expired'),
];

const AGAIN = say('commands:problem.unavailable');

/** An answer in the terminal as one to a request. */
export function readSaid(text: string): Answer {
  const isAgain = text.startsWith(AGAIN);
  const headers = new Headers(isAgain ? { 'retry-after': '60' } : {});
  return { status: isAgain ? 503 : statusOf(text), text, headers, json: undefined };
}

function statusOf(text: string): number {
  if (text.startsWith(PROPOSED)) return 200;
  // Of several times, the refusal names the one that it means.
  const [, refusal = text] = /^.* \(\S+\): (.*)$/s.exec(text) ?? [];
  if (REFUSED.some((sentence) => refusal.startsWith(sentence))) return 409;
  throw new Error(`Nobody expected the answer:\n${text}`);
}
