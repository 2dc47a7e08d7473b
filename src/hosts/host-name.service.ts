import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import type { ChatIdentity } from './chat-identity.entity.js';
import { Host } from './host.entity.js';

/** What people read as a host's name. Their links stay what they are. */
@Injectable()
export class HostName {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async of(hostId: string): Promise<string> {
    const host = await this.database.read((em) => em.findOneOrFail(Host, { id: hostId }));
    return host.name;
  }

  /** What people read as the name of whoever has this account: a host's own, else that of the chat. */
  async called({ hostId, name }: Pick<ChatIdentity, 'hostId' | 'name'>): Promise<string> {
    return hostId ? this.of(hostId) : name;
  }

  async set(hostId: string, name: string): Promise<void> {
    await this.database.write(async (entities) => {
      const changed = await entities.nativeUpdate(
        Host,
        { id: hostId, name: { $ne: name } },
        { name },
      );
      if (changed === 0) return;
      await this.audit.note(entities, { hostId, action: 'name.changed', subject: hostId });
    });
  }
}
