import { say } from '../language/say.js';
import type { FieldError, Problem } from './problem.js';

/*
 * The rule by which a wrong value gets its status:
 *
 * - 400 `malformed`: no calendar could ever take it. Not JSON, a field that does not exist, a wrong
 *   type, a time without offset, a zone, an address or a name that is none. The schemas decide.
 * - 422 `validation`: well-formed, but this calendar does not take it. A question it does not ask, a
 *   guest it has no room for, a length it does not offer. The services decide.
 *
 * Both list in `errors` which value is meant and why.
 */

export const malformed = (errors: readonly FieldError[]): Problem => listed('malformed', errors);

export const invalid = (errors: readonly FieldError[]): Problem => listed('validation', errors);

/** Enough to see what is wrong; a list of a thousand would only repeat it. */
const MOST_ERRORS = 20;

function listed(name: 'malformed' | 'validation', errors: readonly FieldError[]): Problem {
  return {
    name,
    detail: say(`problems:${name}`),
    members: { errors: errors.slice(0, MOST_ERRORS) },
  };
}
