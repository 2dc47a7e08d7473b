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
  },
});

/** Somebody who can be booked. */
export class Host extends HostSchema.class {}
HostSchema.setClass(Host);
