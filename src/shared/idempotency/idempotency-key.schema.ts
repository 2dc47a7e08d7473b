import { say } from '../../language/say.js';
import { malformed } from '../field-problems.js';
import { done, type Outcome, refused } from '../outcome.js';
import type { Problem } from '../problem.js';

/** Printable ASCII: what survives every proxy and client unchanged. */
const KEY = /^[\x20-\x7e]{1,255}$/;

/** The value of an `Idempotency-Key` header, undefined when there is none. */
export function parseIdempotencyKey(
  header: string | string[] | undefined,
): Outcome<string | undefined, Problem> {
  if (header === undefined) return done(undefined);
  const isKey = typeof header === 'string' && KEY.test(header) && header.trim() !== '';
  if (isKey) return done(header);
  const detail = say('problems:field.idempotencyKey');
  return refused(malformed([{ pointer: '#/headers/Idempotency-Key', detail }]));
}
