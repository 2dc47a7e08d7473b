import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../../../src/database/base-properties.js';

const CardReplySchema = defineEntity({
  name: 'CardReply',
  tableName: 'card_reply',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    postedCardId: p.uuid(),
    /** The change it is about. */
    sequence: p.integer(),
    /** `change`, or of what else it tells; one of each kind per card and sequence. */
    kind: p.string().default('change'),
    reference: p.string().nullable(),
  },
});

/** A reply under a card. */
export class CardReply extends CardReplySchema.class {}
CardReplySchema.setClass(CardReply);
