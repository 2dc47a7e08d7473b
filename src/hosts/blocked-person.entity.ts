import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';
import { calledName } from './called-name.js';

const BlockedPersonSchema = defineEntity({
  name: 'BlockedPerson',
  tableName: 'blocked_person',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    /** One of the two: a person in chat, or an e-mail address. */
    identityId: p.uuid().nullable(),
    email: p.string().nullable(),
    /** The person's present name. */
    name: p
      .string()
      .nullable()
      .formula((own) => calledName(own.identityId)),
  },
});

/** Somebody from whom a host takes no bookings. */
export class BlockedPerson extends BlockedPersonSchema.class {}
BlockedPersonSchema.setClass(BlockedPerson);
