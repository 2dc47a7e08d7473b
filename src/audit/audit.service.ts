import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Clock } from '../shared/clock.js';
import { type Acting, actingNow } from './acting.js';

export const AUDIT_ACTORS = ['host', 'attendee', 'admin', 'key', 'system'] as const;
export type AuditActor = (typeof AUDIT_ACTORS)[number];

/** Ids, times and settings; never a name, an address or a word of an attendee. */
export type AuditFacts = Readonly<Record<string, unknown>>;

export interface AuditNote {
  /** Whose things they are; null where they are no host's. */
  readonly hostId: string | null;
  /** `calendar.changed`: the kind of thing, and what became of it. */
  readonly action: string;
  /** A booking's uid, or the id of a calendar, a key, a host, a person. */
  readonly subject: string;
  readonly before?: AuditFacts | null;
  readonly after?: AuditFacts | null;
  /** Where the operation knows better than whoever is acting, as with an attendee's own change. */
  readonly actor?: AuditActor;
}

export interface AuditEntry {
  /** Rises from entry to entry. */
  readonly number: number;
  readonly at: Date;
  readonly actor: AuditActor;
  /** Of a chat identity, or of an API key. */
  readonly actorId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly before: AuditFacts | null;
  readonly after: AuditFacts | null;
}

/** Who did what and when. Entries are added, and the database refuses to change or drop one. */
@Injectable()
export class Audit {
  private readonly followers: AuditFollower[] = [];

  constructor(private readonly clock: Clock) {}

  /** To be called while modules initialise. Bookings have a history of their own to follow. */
  follow(follower: AuditFollower): void {
    this.followers.push(follower);
  }

  /** In the transaction of what was done, so that both are there or neither is. */
  async note(entities: EntityManager, note: AuditNote): Promise<void> {
    const { sql, values } = this.insertion(note);
    await entities.execute(sql, [...values]);
    for (const follower of this.followers) await follower(entities, note);
  }

  /** The statement that adds an entry, for whoever has another to send along with it. */
  insertion(note: AuditNote): AuditInsertion {
    const { hostId, action, subject, before = null, after = null } = note;
    const { actor, actorId } = actorOf(note.actor, actingNow());
    const values = [
      ...[hostId, new Date(this.clock.now()), actor, actorId, action, subject],
      ...[before && JSON.stringify(before), after && JSON.stringify(after)],
    ];
    return { sql: INSERT, values };
  }

  /** Newest first, from below a number on. */
  async ofHost(
    entities: EntityManager,
    { hostId, below, limit }: AuditPage,
  ): Promise<readonly AuditEntry[]> {
    const rows = await entities.execute<AuditRow[]>(SELECT, [hostId, below, below, limit]);
    return rows.map(({ actor_id, at, ...row }) => ({
      ...row,
      at: new Date(at),
      actorId: actor_id,
    }));
  }
}

/** Whoever wants to know what is noted, in its transaction. */
export type AuditFollower = (entities: EntityManager, note: AuditNote) => Promise<void>;

export interface AuditInsertion {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface AuditPage {
  readonly hostId: string;
  /** Null begins with the newest. */
  readonly below: number | null;
  readonly limit: number;
}

interface AuditRow extends Omit<AuditEntry, 'actorId' | 'at'> {
  readonly actor_id: string | null;
  readonly at: string | Date;
}

function actorOf(
  known: AuditActor | undefined,
  acting: Acting | undefined,
): Pick<AuditEntry, 'actor' | 'actorId'> {
  if (known === 'attendee' || known === 'system') return { actor: known, actorId: null };
  if (!acting) return { actor: known ?? 'system', actorId: null };
  return { actor: ACTORS[acting.kind], actorId: acting.id };
}

const ACTORS: Readonly<Record<Acting['kind'], AuditActor>> = {
  ...{ person: 'host', admin: 'admin', key: 'key' },
};

const INSERT = `
  insert into audit_entry (host_id, at, actor, actor_id, action, subject, before, after)
  values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)`;

const SELECT = `
  select number::float8, at, actor, actor_id, action, subject, before, after
    from audit_entry
   where host_id = ? and (?::bigint is null or number < ?)
   order by number desc limit ?`;
