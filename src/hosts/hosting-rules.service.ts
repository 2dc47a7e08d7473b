import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { EVERYBODY, HostingRule } from './hosting-rule.entity.js';
import type { ChatPerson } from './identities.service.js';

/** Where a rule holds: one workspace of one platform. */
export type Workspace = Pick<ChatPerson, 'platform' | 'workspace'>;

/** What admins have said about who may have calendars. Where they said nothing, the platform decides. */
@Injectable()
export class HostingRules {
  constructor(private readonly database: Database) {}

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
    await this.database.write((entities) =>
      entities.upsert(
        HostingRule,
        { platform, workspace, userKey, name, mayHost },
        {
          onConflictFields: ['platform', 'workspace', 'userKey'],
          onConflictMergeFields: ['name', 'mayHost'],
        },
      ),
    );
  }

  /** In the order of their names. */
  of({ platform, workspace }: Workspace): Promise<HostingRule[]> {
    return this.database.read((entities) =>
      entities.find(HostingRule, { platform, workspace }, { orderBy: { name: 'asc' } }),
    );
  }
}
