import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { isLockTimeout } from '../../database/postgres-failure.js';
import { Sweeps } from '../../database/sweeps.js';
import { SecretBox } from '../secret-box.js';
import type { IdempotencyKey } from './idempotency-key.js';

/** A key, and where it counts: the same one sent elsewhere is another. */
export interface ScopedKey {
  /** A host, for their own programs; for everybody else the calendar, whoever hosts it. */
  readonly scopeId: string;
  readonly key: IdempotencyKey;
}

export interface IdempotencyClaim extends ScopedKey {
  /** Everything that makes the request what it is: route and body. */
  readonly fingerprint: string;
}

export type Claimed<T> =
  | { readonly kind: 'first'; readonly id: string }
  | { readonly kind: 'replay'; readonly answer: T }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'waiting' };

/**
 * Remembers for 24 hours what was answered to a key. The answer holds a manage token, so it is
 * sealed. A second request with the key waits at the unique index until the first has committed.
 */
@Injectable()
export class IdempotencyRepository implements OnModuleInit {
  constructor(
    private readonly secretBox: SecretBox,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.sweeps.add({ table: 'idempotency_key', over: 'created_at' });
  }

  async claim<T>(
    entities: EntityManager,
    hostId: string,
    claim: IdempotencyClaim,
  ): Promise<Claimed<T>> {
    const { scopeId, key, fingerprint } = claim;
    const hash = createHash('sha256').update(fingerprint).digest();
    const fresh = await this.claimFresh(entities, [hostId, scopeId, key, hash]);
    if (fresh === 'waiting') return { kind: 'waiting' };
    if (fresh) return { kind: 'first', id: fresh.id };
    const [earlier] = await entities.execute<EarlierRow[]>(EARLIER, [hash, scopeId, key]);
    if (!earlier?.is_same || earlier.sealed_response === null) return { kind: 'conflict' };
    const text = this.secretBox.open(earlier.sealed_response, place(earlier.id));
    return { kind: 'replay', answer: z.custom<T>().parse(JSON.parse(text)) };
  }

  /** Whether a request with this key has been answered, so that the next one is a replay. */
  async isAnswered(entities: EntityManager, { scopeId, key }: ScopedKey): Promise<boolean> {
    const rows = await entities.execute<unknown[]>(ANSWERED, [scopeId, key]);
    return rows.length > 0;
  }

  private async claimFresh(
    entities: EntityManager,
    values: readonly [hostId: string, scopeId: string, key: string, hash: Buffer],
  ): Promise<{ readonly id: string } | 'waiting' | undefined> {
    try {
      const [row] = await entities.execute<{ id: string }[]>(CLAIM, [...values]);
      return row;
    } catch (error) {
      if (isLockTimeout(error)) return 'waiting';
      throw error;
    }
  }

  async keepAnswer(entities: EntityManager, id: string, answer: object): Promise<void> {
    const sealed = this.secretBox.seal(JSON.stringify(answer), place(id));
    await entities.execute(KEEP, [sealed, bookingIn(answer), id]);
  }

  /** What was answered about these bookings; their keys stay spent, and their requests are refused. */
  async forget(entities: EntityManager, uids: readonly string[]): Promise<void> {
    await entities.execute(FORGET, [uids.join(',')]);
  }
}

/** A row older than a day is taken over as if it were not there. */
const CLAIM = `
  insert into idempotency_key (host_id, scope_id, key, request_hash) values (?, ?, ?, ?)
  on conflict (scope_id, key) do update
     set request_hash = excluded.request_hash, sealed_response = null, created_at = now()
   where idempotency_key.created_at < now() - interval '24 hours'
  returning id`;

const EARLIER = `
  select id, sealed_response, request_hash = ? as is_same
    from idempotency_key where scope_id = ? and key = ?`;

const ANSWERED = `
  select 1 from idempotency_key
   where scope_id = ? and key = ? and sealed_response is not null
     and created_at >= now() - interval '24 hours'`;

const KEEP = 'update idempotency_key set sealed_response = ?, booking_uid = ? where id = ?';

const FORGET = `
  update idempotency_key set sealed_response = null, request_hash = '', booking_uid = null
   where booking_uid = any (string_to_array(?, ','))`;

/** The uid of the booking that an answer tells of; null when it tells of none. */
const bookingIn = (answer: object): string | null =>
  'uid' in answer && typeof answer.uid === 'string' ? answer.uid : null;

interface EarlierRow {
  readonly id: string;
  readonly sealed_response: string | null;
  readonly is_same: boolean;
}

const place = (id: string): string => `idempotency_key:sealed_response:${id}`;
