import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';

const BookingChangeSchema = defineEntity({
  name: 'BookingChange',
  tableName: 'booking_change',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    bookingId: p.uuid(),
    /** The booking's sequence after the change. */
    sequence: p.integer(),
    kind: p.enum(['booked', 'moved', 'cancelled', 'showed', 'no_show'] as const),
    /** Who did it: `attendee`, or `host`. */
    actor: p.string(),
    /** The time the booking has after the change. */
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    reason: p.string().nullable(),
  },
});

/** The history of a booking: one row per change, never edited. */
export class BookingChange extends BookingChangeSchema.class {}
BookingChangeSchema.setClass(BookingChange);
