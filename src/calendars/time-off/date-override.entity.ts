import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../../database/base-properties.js';

const DateOverrideSchema = defineEntity({
  name: 'DateOverride',
  tableName: 'date_override',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    scheduleId: p.uuid(),
    /** `YYYY-MM-DD` in the schedule's zone. */
    date: p.string().columnType('date'),
    /** Local times `HH:mm`; none means closed. */
    intervals: p.json<readonly { readonly start: string; readonly end: string }[]>(),
    reason: p.string().nullable(),
  },
});

/** A date whose hours replace those of its weekday. */
export class DateOverride extends DateOverrideSchema.class {}
DateOverrideSchema.setClass(DateOverride);
