import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import { ChatIdentity } from './chat-identity.entity.js';
import { EVERYBODY, HostingRule } from './hosting-rule.entity.js';
import type { ChatPerson } from './identities.service.js';

/** Where a rule holds: one workspace of one platform. */
export type Workspace = Pick<ChatPerson, 'platform' | 'workspace'>;

/** What admins have said about who may have calendars. Where they said nothing, the platform decides. */
@Injectable()
export class HostingRules {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** What was said about this person, else about everybody; null when nothing was. */
  async rulingOn({ platform, workspace, userKey }: ChatPerson): Promise<boolean | null> {
    const rules = await this.database.read((entities) =>
      entities.find(HostingRule, { platform, workspace, userKey: { $in: [userKey, EVERYBODY] } }),
    );
    const own = rules.find((rule) => rule.userKey === userKey);
    return (own ?? rules[0])?.mayHost ?? null;
  }

  async set(person: ChatPerson, mayHost: boolean): Promise<void> {
    const { platform, workspace, userKey, name } = person;
    const own = { platform, workspace, userKey };
    await this.database.write(async (entities) => {
      const former = (await entities.findOne(HostingRule, own))?.mayHost;
      const { id: subject } = await entities.upsert(
        HostingRule,
        { ...own, name, mayHost },
        {
          onConflictFields: ['platform', 'workspace', 'userKey'],
          onConflictMergeFields: ['name', 'mayHost'],
        },
      );
      if (former === mayHost) return;
      // Whoever hosts already reads in their own log what an admin said about them.
      const known = await entities.findOne(ChatIdentity, own);
      await this.audit.note(entities, {
        ...{ hostId: known?.hostId ?? null, action: 'hosting.ruled', subject },
        before: former === undefined ? null : { mayHost: former },
        after: { platform, workspace, isEverybody: userKey === EVERYBODY, mayHost },
      });
    });
  }

  /** In the order of their names. */
  of({ platform, workspace }: Workspace): Promise<HostingRule[]> {
    return this.database.read((entities) =>
      entities.find(HostingRule, { platform, workspace }, { orderBy: { name: 'asc' } }),
    );
  }
}
