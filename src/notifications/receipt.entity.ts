import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';

const ReceiptSchema = defineEntity({
  name: 'Receipt',
  tableName: 'receipt',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    bookingId: p.uuid(),
    /** The change that was told. */
    sequence: p.integer(),
    /** `card`, or `mail` and what it said: `mail booked`. */
    kind: p.string(),
    /** `console #bookings`, `attendee`: enough for the host to know whom it went to. */
    recipient: p.string(),
    state: p.enum(['queued', 'handed_over', 'kept', 'failed', 'suppressed'] as const),
    why: p.string().nullable(),
    tries: p.integer(),
  },
});

/** What became of one notification. Handed over is what we know; delivered we cannot. */
export class Receipt extends ReceiptSchema.class {}
ReceiptSchema.setClass(Receipt);
