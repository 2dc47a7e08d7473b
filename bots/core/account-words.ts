import type { LinkProblem } from '../../src/bookings/accounts/link-accounts.service.js';
import type { HostTies } from '../../src/bookings/accounts/host-ties.js';
import type { ChatIdentity } from '../../src/hosts/chat-identity.entity.js';
import { say } from '../../src/language/say.js';

export type NamedAccount = Pick<ChatIdentity, 'name' | 'platform'>;

/** `Ada (discord)`: names alone may be the same everywhere. */
export const accountName = ({ name, platform }: NamedAccount): string =>
  say('accounts:name', { name, platform });

export const accountNames = (accounts: readonly NamedAccount[]): string =>
  accounts.map(accountName).join(', ');

/** Why two accounts were not linked, and what to do; `again` is the line that would link them. */
export function linkRefusal(problem: LinkProblem, again: string): string {
  switch (problem.kind) {
    case 'has-own':
      return say('accounts:hasOwn', { things: tiesText(problem.ties) });
    case 'has-past':
      return say('accounts:hasPast', { count: problem.ties.past, again });
    default:
      return say(`accounts:${WORDS[problem.kind]}`);
  }
}

const WORDS = {
  wrong: 'wrong',
  used: 'used',
  expired: 'expired',
  linked: 'alreadyLinked',
  'same-workspace': 'sameWorkspace',
  'linked-elsewhere': 'linkedElsewhere',
} as const;

const tiesText = (ties: HostTies): string =>
  (['calendars', 'ahead', 'keys'] as const)
    .filter((what) => ties[what] > 0)
    .map((what) => say(`accounts:things.${what}`, { count: ties[what] }))
    .join(', ');
