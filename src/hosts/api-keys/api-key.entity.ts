import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../../database/base-properties.js';
import type { ApiScope } from './api-scope.js';

const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    /** Who made it; calendars made with the key have their home where this person chats. */
    identityId: p.uuid(),
    name: p.string(),
    scopes: p.json<readonly ApiScope[]>(),
    keyHash: p.blob().lazy(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});

/** What a program shows to act for a host. The key itself is shown once; its SHA-256 is kept. */
export class ApiKey extends ApiKeySchema.class {}
ApiKeySchema.setClass(ApiKey);
