import { z } from 'zod';
import { personTextSchema } from '../../shared/text/person-text.js';
import type { KeyFacts } from './api-keys.service.js';
import { API_SCOPES, type ApiScope } from './api-scope.js';

const LONGEST_KEY_NAME = 60;

export const keyNameSchema = personTextSchema({ maxLength: LONGEST_KEY_NAME });

/** The body of `POST /me/api-keys`. */
export const newKeySchema = z.strictObject({
  name: keyNameSchema,
  scopes: z.array(z.enum(API_SCOPES)).min(1).max(API_SCOPES.length),
});

export type NewKeyBody = z.output<typeof newKeySchema>;

/** A key as its host sees it: everything but the key. */
export interface ShownKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly createdAt: string;
  /** Null until it was used; at most a minute late. */
  readonly lastUsedAt: string | null;
}

export const shownKey = ({ id, name, scopes, createdAt, lastUsedAt }: KeyFacts): ShownKey => ({
  ...{ id, name, scopes },
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});
