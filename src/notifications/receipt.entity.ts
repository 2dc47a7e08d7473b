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
    /** `card`; `mail` and what it said: `mail booked`; `refusal` and whose mail was refused. */
    kind: p.string(),
    /** `console #bookings`, `attendee`: enough for the host to know whom it went to. */
    recipient: p.string(),
    state: p.enum(['queued', 'handed_over', 'kept', 'failed', 'suppressed'] as const),
    why: p.string().nullable(),
    tries: p.integer(),
    /** A try broke off when it may have arrived already. */
    mayHaveArrived: p.boolean().default(false),
  },
});

/** What became of one notification. Handed over is what we know; delivered we cannot. */
export class Receipt extends ReceiptSchema.class {}
ReceiptSchema.setClass(Receipt);
