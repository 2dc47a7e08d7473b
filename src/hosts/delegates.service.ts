import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { ChatIdentity } from './chat-identity.entity.js';
import { HostDelegate } from './host-delegate.entity.js';

/** Whoever wants to act, as a chat platform knows them. */
export type Actor = Pick<ChatIdentity, 'id' | 'hostId'>;

/** Decides who may act for a host: they themselves, and the delegates they named. */
@Injectable()
export class Delegates {
  constructor(private readonly database: Database) {}

  /** The hosts for whom this person may act, they themselves first. */
  async hostsOf({ id, hostId }: Actor): Promise<string[]> {
    const named = await this.database.read((entities) =>
      entities.find(HostDelegate, { identityId: id }, { orderBy: { createdAt: 'asc' } }),
    );
    const others = named.map((row) => row.hostId).filter((other) => other !== hostId);
    return [...(hostId ? [hostId] : []), ...others];
  }

  /** Whether this person may act on the bookings of this host. */
  async mayActFor(actor: Actor, hostId: string): Promise<boolean> {
    return (await this.hostsOf(actor)).includes(hostId);
  }

  /** Naming somebody twice is naming them once. */
  async add(hostId: string, identityId: string): Promise<void> {
    await this.database.write((entities) =>
      entities.upsert(
        HostDelegate,
        { hostId, identityId },
        { onConflictFields: ['hostId', 'identityId'], onConflictAction: 'ignore' },
      ),
    );
  }

  /** False when they were none. */
  async remove(hostId: string, identityId: string): Promise<boolean> {
    const removed = await this.database.write((entities) =>
      entities.nativeDelete(HostDelegate, { hostId, identityId }),
    );
    return removed > 0;
  }

  /** The people who may act for this host, the first named first. */
  async of(hostId: string): Promise<ChatIdentity[]> {
    return this.database.read(async (entities) => {
      const rows = await entities.find(HostDelegate, { hostId }, { orderBy: { createdAt: 'asc' } });
      const people = await entities.find(ChatIdentity, {
        id: { $in: rows.map((row) => row.identityId) },
      });
      return rows.flatMap((row) => people.filter(({ id }) => id === row.identityId));
    });
  }
}
