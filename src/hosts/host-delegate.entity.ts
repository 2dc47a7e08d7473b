import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';

const HostDelegateSchema = defineEntity({
  name: 'HostDelegate',
  tableName: 'host_delegate',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    identityId: p.uuid(),
  },
});

/** Somebody who may act on a host's bookings, and cannot be booked for that. */
export class HostDelegate extends HostDelegateSchema.class {}
HostDelegateSchema.setClass(HostDelegate);
