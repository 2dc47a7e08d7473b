import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../shared/clock.js';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import { hashToken, newToken } from '../../shared/random.js';
import { lockHost } from '../host-lock.js';
import { ApiKey } from './api-key.entity.js';
import type { ApiScope } from './api-scope.js';
import type { KeyHolder } from './key-holder.js';
import { KeyUses } from './key-uses.js';

/** So that a person, a log filter or a secret scanner knows one when it sees one. */
const PREFIX = 'vav_';
const SHAPE = /^vav_[\w-]{43}$/;
/** More than anybody keeps apart. */
export const MOST_KEYS = 20;

export const isApiKey = (text: string): boolean => SHAPE.test(text);

export interface NewKey {
  readonly hostId: string;
  readonly identityId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
}

/** A key as its host may see it. */
export interface KeyFacts extends Pick<ApiKey, 'id' | 'name' | 'scopes' | 'createdAt'> {
  readonly lastUsedAt: Date | null;
}

export interface MadeKey {
  readonly key: KeyFacts;
  /** To be shown now: it is not kept. */
  readonly secret: string;
}

/** Makes, finds and revokes the API keys of hosts. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly uses: KeyUses,
    private readonly clock: Clock,
  ) {}

  make({ scopes, ...more }: NewKey): Promise<Outcome<MadeKey, 'too-many'>> {
    const secret = `${PREFIX}${newToken()}`;
    const [id, { hostId }] = [randomUUID(), more];
    return this.database.write(async (entities) => {
      // Two that are made at once are counted one after the other.
      await lockHost(entities, hostId);
      const live = await entities.count(ApiKey, { hostId, revokedAt: null });
      if (live >= MOST_KEYS) return refused('too-many');
      const distinct = [...new Set(scopes)];
      await entities.insert(ApiKey, {
        ...{ id, ...more, scopes: distinct, keyHash: hashToken(secret) },
        createdAt: new Date(this.clock.now()),
      });
      const after = { name: more.name, scopes: distinct };
      await this.audit.note(entities, { hostId, action: 'key.made', subject: id, after });
      const key = await entities.findOneOrFail(ApiKey, { id });
      return done({ key: this.factsOf(key), secret });
    });
  }

  /** Whoever shows this key; null when it is none, or was revoked. */
  async holderOf(secret: string): Promise<KeyHolder | null> {
    if (!isApiKey(secret)) return null;
    const key = await this.database.read((entities) =>
      entities.findOne(ApiKey, { keyHash: hashToken(secret), revokedAt: null }),
    );
    if (!key) return null;
    this.uses.note(key.id);
    const { id: keyId, hostId, identityId, scopes } = key;
    return { keyId, hostId, identityId, scopes };
  }

  /** Those that work, in the order in which they were made. */
  async ofHost(hostId: string): Promise<readonly KeyFacts[]> {
    const keys = await this.database.read((entities) =>
      entities.find(
        ApiKey,
        { hostId, revokedAt: null },
        { orderBy: { createdAt: 'asc', id: 'asc' } },
      ),
    );
    return keys.map((key) => this.factsOf(key));
  }

  /** False when this host has no such key, or not any more. */
  revoke(hostId: string, id: string): Promise<boolean> {
    const revokedAt = new Date(this.clock.now());
    return this.database.write(async (entities) => {
      const live = { id, hostId, revokedAt: null };
      const revoked = await entities.nativeUpdate(ApiKey, live, { revokedAt });
      if (revoked === 0) return false;
      await this.audit.note(entities, { hostId, action: 'key.revoked', subject: id });
      return true;
    });
  }

  /** With uses that are not saved yet: looking at keys changes nothing. */
  private factsOf({ id, name, scopes, createdAt, lastUsedAt }: ApiKey): KeyFacts {
    const latest = this.uses.latest(id) ?? lastUsedAt ?? null;
    return { id, name, scopes, createdAt, lastUsedAt: latest };
  }
}
