import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import { BlockedPerson } from './blocked-person.entity.js';

/** A person in chat, or whoever has an e-mail address. */
export type BlockedWho = { readonly identityId: string } | { readonly email: string };

/** Whoever wants to book, by everything that is known of them. */
export interface KnownBooker {
  readonly hostId: string;
  readonly email: string | null;
  readonly identityId: string | null;
}

/** Remembers from whom a host takes no bookings. */
@Injectable()
export class BlockedPeople {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Inside the booking's own transaction. */
  async isBlocked(
    entities: EntityManager,
    { hostId, email, identityId }: KnownBooker,
  ): Promise<boolean> {
    const rows = await entities.execute<object[]>(
      `select 1 from blocked_person
        where host_id = ? and (identity_id = ?::uuid or lower(email) = lower(?)) limit 1`,
      [hostId, identityId, email],
    );
    return rows.length > 0;
  }

  /** Blocking somebody twice is blocking them once. */
  async block(hostId: string, who: BlockedWho): Promise<void> {
    await this.change('blocked', hostId, who);
  }

  /** False when they were not blocked. */
  unblock(hostId: string, who: BlockedWho): Promise<boolean> {
    return this.change('unblocked', hostId, who);
  }

  /** Both entries of a person name the same row, which alone says who it is. */
  private change(what: keyof typeof SQL, hostId: string, who: BlockedWho): Promise<boolean> {
    return this.database.write(async (entities) => {
      const values = [hostId, ...columnsOf(who)];
      const rows = await entities.execute<{ readonly id: string }[]>(SQL[what], values);
      const after = { by: 'email' in who ? 'email' : 'chat' };
      for (const { id: subject } of rows)
        await this.audit.note(entities, { hostId, action: `person.${what}`, subject, after });
      return rows.length > 0;
    });
  }

  of(hostId: string): Promise<BlockedPerson[]> {
    return this.database.read((entities) =>
      entities.find(BlockedPerson, { hostId }, { orderBy: { createdAt: 'asc' } }),
    );
  }
}

const columnsOf = (who: BlockedWho): readonly [string | null, string | null] =>
  'email' in who ? [null, who.email] : [who.identityId, null];

/** An address in capitals is the same person. */
const BLOCK = `
  insert into blocked_person (host_id, identity_id, email) values (?, ?::uuid, lower(?))
  on conflict do nothing returning id`;

const UNBLOCK = `
  delete from blocked_person where host_id = ? and (identity_id = ?::uuid or lower(email) = lower(?))
  returning id`;

const SQL = { blocked: BLOCK, unblocked: UNBLOCK } as const;
