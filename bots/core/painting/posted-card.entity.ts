import { defineEntity, p } from '@mikro-orm/core';
import { ALERT_DETAILS } from '../../../src/calendars/alerts/alert-options.js';
import { baseProperties } from '../../../src/database/base-properties.js';

const PostedCardSchema = defineEntity({
  name: 'PostedCard',
  tableName: 'posted_card',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    bookingId: p.uuid(),
    platform: p.string(),
    workspace: p.string(),
    channel: p.string(),
    /** As people know it: `#bookings`. */
    channelName: p.string(),
    /** For whom it is: everybody in the channel, or the host or the attendee alone. */
    audience: p.enum(['channel', 'host', 'attendee'] as const),
    /** How much of the attendee its channel is shown. */
    detail: p.enum(ALERT_DETAILS),
    /** The platform's name for the message; null until it was posted. */
    reference: p.string().nullable(),
    /** The booking's sequence that the card shows. */
    paintedSequence: p.integer().nullable(),
  },
});

/** The one living message about a booking in one channel. */
export class PostedCard extends PostedCardSchema.class {}
PostedCardSchema.setClass(PostedCard);
