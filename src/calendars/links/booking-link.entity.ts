import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../../database/base-properties.js';

const BookingLinkSchema = defineEntity({
  name: 'BookingLink',
  tableName: 'booking_link',
  properties: {
    ...baseProperties,
    calendarId: p.uuid(),
    hostHandle: p.string(),
    slug: p.string(),
    /** Former links stay and redirect to the current one. */
    isCurrent: p.boolean(),
  },
});

/** The address of a booking calendar, `/{hostHandle}/{slug}`. */
export class BookingLink extends BookingLinkSchema.class {}
BookingLinkSchema.setClass(BookingLink);
