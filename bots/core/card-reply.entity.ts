import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../../src/database/base-properties.js';

const CardReplySchema = defineEntity({
  name: 'CardReply',
  tableName: 'card_reply',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    postedCardId: p.uuid(),
    /** The change it tells of; one reply per card and sequence. */
    sequence: p.integer(),
    reference: p.string().nullable(),
  },
});

/** A reply under a card that tells of one change. */
export class CardReply extends CardReplySchema.class {}
CardReplySchema.setClass(CardReply);
