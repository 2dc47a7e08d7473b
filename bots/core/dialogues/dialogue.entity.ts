import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../../../src/database/base-properties.js';

const DialogueSchema = defineEntity({
  name: 'Dialogue',
  tableName: 'dialogue',
  properties: {
    ...baseProperties,
    identityId: p.uuid(),
    kind: p.string(),
    state: p.json<Readonly<Record<string, unknown>>>(),
    expiresAt: p.datetime(),
  },
});

/** A conversation that waits for its person's next word. */
export class Dialogue extends DialogueSchema.class {}
DialogueSchema.setClass(Dialogue);
