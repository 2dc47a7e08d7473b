import type { INestApplicationContext } from '@nestjs/common';
import { type ApiScope, API_SCOPES } from '../../src/hosts/api-keys/api-scope.js';
import { ApiKeys } from '../../src/hosts/api-keys/api-keys.service.js';
import type { ChatIdentity } from '../../src/hosts/chat-identity.entity.js';
import { Identities } from '../../src/hosts/identities.service.js';
import { Hosting } from '../../src/hosts/hosting.service.js';
import { Database } from '../../src/database/database.js';
import { aPerson } from './host.js';

export interface KeyWish {
  readonly person?: ChatIdentity;
  readonly name?: string;
  readonly scopes?: readonly ApiScope[];
}

export interface GivenKey {
  readonly id: string;
  /** What a program shows. */
  readonly key: string;
  readonly hostId: string;
  readonly person: ChatIdentity;
}

/** A key that may do everything, of a host who is made for it unless there is one. */
export async function aKey(
  app: INestApplicationContext,
  { person, name = 'A program', scopes = API_SCOPES }: KeyWish = {},
): Promise<GivenKey> {
  const maker = person ?? (await aPerson(app));
  const host = await app
    .get(Database)
    .write((entities) => app.get(Hosting).hostFor(entities, maker.id));
  const wish = { hostId: host.id, identityId: maker.id, name, scopes };
  const made = await app.get(ApiKeys).make(wish);
  if (!made.ok) throw new Error(made.problem);
  const { key, secret } = made.value;
  const present = (await app.get(Identities).find(maker.id)) ?? maker;
  return { id: key.id, key: secret, hostId: host.id, person: present };
}
