import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../../src/database/base-properties.js';

const DeliverySchema = defineEntity({
  name: 'Delivery',
  tableName: 'chat_delivery',
  properties: {
    ...baseProperties,
    platform: p.string(),
    /** The platform's own name for what happened. */
    key: p.string(),
    /** Until when whoever heeds it has it to themselves. */
    heldUntil: p.datetime(),
    isHeeded: p.boolean().default(false),
  },
});

/** Something that happened on a chat platform, told to us perhaps several times. */
export class Delivery extends DeliverySchema.class {}
DeliverySchema.setClass(Delivery);
