import { say } from '../../language/say.js';
import type { Problem } from '../problem.js';

/** The key was spent on another request. */
export const idempotencyConflict = (): Problem => ({
  name: 'idempotency-conflict',
  detail: say('problems:idempotencyConflict'),
});

/** Of its kind the only one that may be sent again with the same key. */
export function idempotencyWaiting(): Problem {
  const detail = say('problems:idempotencyWaiting');
  return { name: 'idempotency-conflict', status: 409, detail, retryAfterSeconds: 1 };
}
