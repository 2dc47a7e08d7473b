import { Injectable } from '@nestjs/common';
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
  constructor(private readonly database: Database) {}

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
    await this.database.write((entities) =>
      entities.nativeUpdate(ChatIdentity, { id: identityId }, { timeZone }),
    );
  }

  /** Whether people of the workspace find this host without knowing their name. */
  async setListed(hostId: string, isListed: boolean): Promise<void> {
    await this.database.write((entities) =>
      entities.nativeUpdate(Host, { id: hostId }, { isListed }),
    );
  }

  async forgetTimeZone(identityId: string): Promise<void> {
    await this.database.write((entities) =>
      entities.nativeUpdate(ChatIdentity, { id: identityId }, { timeZone: null }),
    );
  }

  /** Which calendar this person's commands mean from now on. */
  async use(identityId: string, calendarId: string): Promise<void> {
    await this.database.write((entities) =>
      entities.nativeUpdate(ChatIdentity, { id: identityId }, { currentCalendarId: calendarId }),
    );
  }
}
