import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';

const HostHandoverSchema = defineEntity({
  name: 'HostHandover',
  tableName: 'host_handover',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    calendarId: p.uuid(),
    fromIdentityId: p.uuid(),
    toIdentityId: p.uuid(),
    /** The bookings ahead come along, as far as they fit; otherwise they stay. */
    givesBookings: p.boolean(),
    state: p.enum(['asked', 'accepted', 'declined'] as const),
  },
});

/** The question to a new host, which nothing but their own answer settles. */
export class HostHandover extends HostHandoverSchema.class {}
HostHandoverSchema.setClass(HostHandover);
