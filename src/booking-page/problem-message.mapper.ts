import type { Problem } from '../shared/problem.js';
import { address, path } from './views/address.js';
import type { Message } from './views/message-words.js';

/** What was asked for when the problem came up. */
interface AskedFor {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** See `embedOf`. */
  readonly embed?: string | undefined;
  /** Whether links can be mailed again. */
  readonly isMailed: boolean;
}

/** How a page tells a problem that the API would tell in JSON. */
export function problemMessage(problem: Problem, asked: AskedFor): Message {
  switch (problem.name) {
    case 'not-found':
      return isManaged(asked)
        ? { kind: 'bad-link', isMailed: asked.isMailed }
        : { kind: 'unknown' };
    case 'rate-limited':
      return { kind: 'too-many', retryAfterSeconds: problem.retryAfterSeconds ?? 60 };
    case 'unavailable':
      return unavailable(problem, asked);
    // A form whose key was used for another one is shown again; here the first is not finished.
    case 'idempotency-conflict':
      return { kind: 'still-working' };
    case 'fault':
      return { kind: 'fault' };
    default:
      return { kind: 'malformed', back: calendarPath(asked) };
  }
}

function unavailable({ members }: Problem, asked: AskedFor): Message {
  if (isReading(asked)) return { kind: 'unavailable', retry: asked.url };
  return { kind: members?.['outcome'] === 'unknown' ? 'not-certain' : 'not-saved' };
}

const isManaged = ({ url }: AskedFor): boolean => /^\/+b\//i.test(url);

const isReading = ({ method }: AskedFor): boolean => method === 'GET' || method === 'HEAD';

/** The page on which the details of `/ada/intro-call/book` and `…/bookings` begin. */
function calendarPath({ url, embed }: AskedFor): string | undefined {
  const [, host, slug] =
    /^\/([a-z0-9-]+)\/([a-z0-9-]+)\/(?:book|bookings)(?:\?|$)/i.exec(url) ?? [];
  if (host === undefined || slug === undefined) return undefined;
  return address(path(host, slug), embed === undefined ? {} : { embed });
}
