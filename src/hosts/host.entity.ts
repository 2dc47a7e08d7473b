import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';

const HostSchema = defineEntity({
  name: 'Host',
  tableName: 'host',
  properties: {
    ...baseProperties,
    /** First segment of every link of this host: lower-case letters, digits, hyphens. */
    handle: p.string(),
    name: p.string(),
    /** Where mail about their bookings goes, and answers to it; null until they say. */
    email: p.string().nullable(),
    /** Whether people of the workspace find them without knowing their name. */
    isListed: p.boolean().default(true),
  },
});

/** Somebody who can be booked. */
export class Host extends HostSchema.class {}
HostSchema.setClass(Host);
