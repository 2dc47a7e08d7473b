import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Audit } from '../../audit/audit.service.js';
import { Database } from '../../database/database.js';
import { AccountCodes, type CodeProblem, type ShownBy } from '../../hosts/account-codes.service.js';
import { ChatIdentity } from '../../hosts/chat-identity.entity.js';
import { HostDelegate } from '../../hosts/host-delegate.entity.js';
import { HostHandover } from '../../hosts/host-handover.entity.js';
import { Clock } from '../../shared/clock.js';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import { lockHost } from '../../hosts/host-lock.js';
import { type HostTies, tiesOf } from './host-ties.js';

export interface LinkWish {
  /** The account that types the code. */
  readonly identityId: string;
  readonly code: string;
  /** Appointments that are over, with a host that this account was before, may drop out of its lists. */
  readonly mayLeavePast: boolean;
}

export type LinkProblem =
  | { readonly kind: CodeProblem | 'linked' | 'same-workspace' | 'linked-elsewhere' }
  /** A host of their own, with things that nobody would have any more. */
  | { readonly kind: 'has-own' | 'has-past'; readonly ties: HostTies };

/**
 * Makes an account one more of a host who showed it a code. Two hosts never become one: whoever has
 * calendars, bookings or keys of their own keeps them, and is told so.
 */
@Injectable()
export class LinkAccounts {
  constructor(
    private readonly database: Database,
    private readonly codes: AccountCodes,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The account that showed the code. A refusal leaves the code as it was. */
  run(wish: LinkWish): Promise<Outcome<ChatIdentity, LinkProblem>> {
    return this.database.write((entities) => this.link(entities, wish));
  }

  private async link(
    entities: EntityManager,
    wish: LinkWish,
  ): Promise<Outcome<ChatIdentity, LinkProblem>> {
    // Whoever makes their first calendar at this moment waits, or was first.
    const alone = { lockMode: LockMode.PESSIMISTIC_WRITE };
    const joining = await entities.findOneOrFail(ChatIdentity, { id: wish.identityId }, alone);
    const open = await this.codes.open(entities, wish.code);
    if (!open.ok) return refused({ kind: open.problem });
    const { hostId, identityId } = open.value;
    await lockHost(entities, hostId);
    const accounts = await entities.find(ChatIdentity, { hostId });
    const shower = accounts.find(({ id }) => id === identityId);
    // Whoever left this host meanwhile has nothing to share.
    if (!shower) return refused({ kind: 'expired' });
    const problem = await this.problem(entities, { joining, accounts, wish });
    if (problem) return refused(problem);
    await this.codes.spend(entities, open.value);
    await this.join(entities, joining, open.value);
    return done(shower);
  }

  private async problem(
    entities: EntityManager,
    { joining, accounts, wish }: Meeting,
  ): Promise<LinkProblem | null> {
    const { id, platform, workspace, hostId = null } = joining;
    if (accounts.some((one) => one.id === id)) return { kind: 'linked' };
    const isHere = accounts.some((one) => one.platform === platform && one.workspace === workspace);
    if (isHere) return { kind: 'same-workspace' };
    if (hostId === null) return null;
    if ((await entities.count(ChatIdentity, { hostId })) > 1) return { kind: 'linked-elsewhere' };
    const ties = await tiesOf(entities, hostId, new Date(this.clock.now()));
    if (ties.calendars + ties.ahead + ties.keys > 0) return { kind: 'has-own', ties };
    return ties.past > 0 && !wish.mayLeavePast ? { kind: 'has-past', ties } : null;
  }

  private async join(
    entities: EntityManager,
    { id, hostId: former = null }: ChatIdentity,
    { hostId, identityId: shownBy }: ShownBy,
  ): Promise<void> {
    await entities.nativeUpdate(ChatIdentity, { id }, { hostId, currentCalendarId: null });
    // Nobody is their own delegate, or hands a calendar over to themselves.
    await entities.nativeDelete(HostDelegate, { hostId, identityId: id });
    const question = { hostId, toIdentityId: id, state: 'asked' as const };
    await entities.nativeUpdate(HostHandover, question, { state: 'declined' });
    const what = { hostId, action: 'account.linked', subject: id };
    await this.audit.note(entities, { ...what, after: { shownBy, formerHostId: former } });
  }
}

interface Meeting {
  readonly joining: ChatIdentity;
  /** Of the host who showed the code. */
  readonly accounts: readonly ChatIdentity[];
  readonly wish: LinkWish;
}
