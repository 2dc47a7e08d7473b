import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Audit } from '../../audit/audit.service.js';
import { Database } from '../../database/database.js';
import { ApiKey } from '../../hosts/api-keys/api-key.entity.js';
import { ChatIdentity } from '../../hosts/chat-identity.entity.js';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import { lockHost } from '../../hosts/host-lock.js';

/** The one account of a host cannot go: nobody could reach the calendars any more. */
export type UnlinkProblem = 'only-one' | 'not-linked';

/** Takes an account away from its host, who keeps everything with the accounts that are left. */
@Injectable()
export class UnlinkAccount {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** The accounts that are left, oldest first. */
  run(
    hostId: string,
    identityId: string,
  ): Promise<Outcome<readonly ChatIdentity[], UnlinkProblem>> {
    return this.database.write(async (entities) => {
      // In the order in which linking locks. Two accounts that leave at once leave one after the other.
      const alone = { lockMode: LockMode.PESSIMISTIC_WRITE };
      const own = await entities.findOne(ChatIdentity, { id: identityId, hostId }, alone);
      await lockHost(entities, hostId);
      if (!own) return refused('not-linked');
      const others = await entities.find(
        ChatIdentity,
        { hostId, id: { $ne: identityId } },
        { orderBy: { createdAt: 'asc' }, refresh: true },
      );
      const [heir] = others;
      if (!heir) return refused('only-one');
      await this.leave(entities, { hostId, identityId, heirId: heir.id });
      return done(others);
    });
  }

  /** What a program makes with a key has its home with whoever made the key: somebody of this host. */
  private async leave(
    entities: EntityManager,
    { hostId, identityId, heirId }: Leaving,
  ): Promise<void> {
    const nobody = { hostId: null, currentCalendarId: null };
    await entities.nativeUpdate(ChatIdentity, { id: identityId }, nobody);
    await entities.nativeUpdate(ApiKey, { hostId, identityId }, { identityId: heirId });
    await this.audit.note(entities, { hostId, action: 'account.unlinked', subject: identityId });
  }
}

interface Leaving {
  readonly hostId: string;
  readonly identityId: string;
  readonly heirId: string;
}
