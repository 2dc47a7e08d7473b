import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../../database/base-properties.js';

const TimeBlockSchema = defineEntity({
  name: 'TimeBlock',
  tableName: 'time_block',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    reason: p.string().nullable(),
  },
});

/** Time a host took off by hand; it blocks all their calendars. */
export class TimeBlock extends TimeBlockSchema.class {}
TimeBlockSchema.setClass(TimeBlock);
