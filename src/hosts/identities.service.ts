import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import { ChatIdentity } from './chat-identity.entity.js';
import { Host } from './host.entity.js';

/** A person as a chat platform names them. */
export interface ChatPerson {
  readonly platform: string;
  readonly workspace: string;
  readonly userKey: string;
  readonly name: string;
}

/** Knows the people of the chat platforms. */
@Injectable()
export class Identities {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** The row of this person, made at first sight, with their present name. */
  identify(person: ChatPerson): Promise<ChatIdentity> {
    return this.database.single((entities) =>
      entities.upsert(
        ChatIdentity,
        { ...person },
        { onConflictFields: ['platform', 'workspace', 'userKey'], onConflictMergeFields: ['name'] },
      ),
    );
  }

  /** The row of somebody who may never have been here; null then. */
  known({ platform, workspace, userKey }: ChatPerson): Promise<ChatIdentity | null> {
    return this.database.read((entities) =>
      entities.findOne(ChatIdentity, { platform, workspace, userKey }),
    );
  }

  /** Those of the workspace whose key or name this is, in chat or as a host, in whatever case; whose key it is first, and a few at most. */
  called(
    { platform, workspace }: Pick<ChatPerson, 'platform' | 'workspace'>,
    name: string,
  ): Promise<ChatPerson[]> {
    return this.database.read((entities) =>
      entities.execute<ChatPerson[]>(CALLED, [platform, workspace, name, name]),
    );
  }

  find(id: string): Promise<ChatIdentity | null> {
    return this.database.read((entities) => entities.findOne(ChatIdentity, { id }));
  }

  /** How the host of this id can be reached on a platform: their identities there, oldest first. */
  ofHost(hostId: string): Promise<ChatIdentity[]> {
    return this.database.read((entities) =>
      entities.find(ChatIdentity, { hostId }, { orderBy: { createdAt: 'asc' } }),
    );
  }

  /** From now on times are shown in this zone (IANA name). */
  async setTimeZone(identityId: string, timeZone: string): Promise<void> {
    await this.database.write(async (entities) => {
      const other = { id: identityId, $or: [{ timeZone: null }, { timeZone: { $ne: timeZone } }] };
      const changed = await entities.nativeUpdate(ChatIdentity, other, { timeZone });
      // Where somebody lives is nothing for a log that forgets nothing.
      const what = { action: 'person.zone-set', subject: identityId, actor: 'attendee' } as const;
      if (changed > 0) await this.audit.note(entities, { hostId: null, ...what });
    });
  }

  /** Whether people of the workspace find this host without knowing their name. */
  async setListed(hostId: string, isListed: boolean): Promise<void> {
    await this.database.write(async (entities) => {
      const other = { id: hostId, isListed: !isListed };
      const changed = await entities.nativeUpdate(Host, other, { isListed });
      if (changed === 0) return;
      const what = { hostId, action: 'listing.changed', subject: hostId };
      await this.audit.note(entities, {
        ...what,
        before: { isListed: !isListed },
        after: { isListed },
      });
    });
  }

  async forgetTimeZone(identityId: string): Promise<void> {
    await this.database.write((entities) =>
      entities.nativeUpdate(
        ChatIdentity,
        { id: identityId },
        { timeZone: null, offeredZone: null, offeredZoneAt: null },
      ),
    );
  }

  /** Which calendar this person's commands mean from now on. */
  async use(identityId: string, calendarId: string): Promise<void> {
    await this.database.write((entities) =>
      entities.nativeUpdate(ChatIdentity, { id: identityId }, { currentCalendarId: calendarId }),
    );
  }
}

const CALLED = `
  select i.platform, i.workspace, i.user_key as "userKey", i.name
    from chat_identity i left join host h on h.id = i.host_id
   where i.platform = ? and i.workspace = ?
     and lower(?) in (lower(i.user_key), lower(i.name), lower(h.name))
   order by lower(i.user_key) = lower(?) desc, i.created_at
   limit 5`;
