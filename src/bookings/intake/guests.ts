import { say } from '../../language/say.js';
import { parseEmailAddress } from '../../shared/text/email-address.js';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import type { IntakeProblem } from './intake.js';
import type { KnownAddresses } from './known-addresses.js';

/** Mail servers may tell cases apart before the @, and none does. */
export const isSameAddress = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

/** Who else is invited: each address once, and nobody who takes part anyway. */
export function readGuests(
  given: readonly string[],
  most: number,
  known: KnownAddresses,
): Outcome<readonly string[], IntakeProblem[]> {
  if (given.length > most) {
    const key = most === 0 ? 'problems:field.noGuests' : 'intake:guests.tooMany';
    return refused([{ at: ['guests'], sentence: say(key, { count: most }) }]);
  }
  const read = given.map((text) => parseEmailAddress(text));
  const addresses = read.map((one, index) => (one.ok ? one.value : (given[index] ?? '')));
  const problems = read.flatMap((one, index) => {
    const sentence = one.ok ? refusal(addresses, index, known) : one.problem.sentence;
    return sentence === null ? [] : [{ at: ['guests', String(index)], sentence }];
  });
  return problems.length > 0 ? refused(problems) : done(addresses);
}

function refusal(
  addresses: readonly string[],
  index: number,
  { attendee, ours }: KnownAddresses,
): string | null {
  const guest = addresses[index] ?? '';
  const isLike = (other: string) => isSameAddress(other, guest);
  if (addresses.slice(0, index).some(isLike)) return say('intake:guests.twice', { guest });
  if (attendee !== null && isLike(attendee)) return say('intake:guests.yourself', { guest });
  return ours.some(isLike) ? say('intake:guests.host', { guest }) : null;
}
