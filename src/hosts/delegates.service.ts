import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import { ChatIdentity } from './chat-identity.entity.js';
import { HostDelegate } from './host-delegate.entity.js';

/** Whoever wants to act, as a chat platform knows them. */
export type Actor = Pick<ChatIdentity, 'id' | 'hostId'>;

/** Decides who may act for a host: they themselves, and the delegates they named. */
@Injectable()
export class Delegates {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

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
    await this.database.write(async (entities) => {
      const added = await entities.execute<unknown[]>(ADD, [hostId, identityId]);
      if (added.length > 0) await this.note(entities, 'added', { hostId, identityId });
    });
  }

  /** False when they were none. */
  remove(hostId: string, identityId: string): Promise<boolean> {
    return this.database.write(async (entities) => {
      const removed = await entities.nativeDelete(HostDelegate, { hostId, identityId });
      if (removed > 0) await this.note(entities, 'removed', { hostId, identityId });
      return removed > 0;
    });
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

  private note(
    entities: EntityManager,
    what: 'added' | 'removed',
    { hostId, identityId }: Pick<HostDelegate, 'hostId' | 'identityId'>,
  ): Promise<void> {
    const action = `delegate.${what}`;
    return this.audit.note(entities, { hostId, action, subject: identityId });
  }
}

const ADD = `
  insert into host_delegate (host_id, identity_id) values (?, ?)
  on conflict (host_id, identity_id) do nothing returning id`;
