import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';
import type { Trip, WeeklyHours } from './settings/calendar-settings.js';

const ScheduleSchema = defineEntity({
  name: 'Schedule',
  tableName: 'schedule',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    /** IANA name. */
    timeZone: p.string(),
    weeklyHours: p.json<WeeklyHours>(),
    travel: p.json<readonly Trip[]>(),
  },
});

/** When a host is open: a time zone and the hours of each weekday. */
export class Schedule extends ScheduleSchema.class {}
ScheduleSchema.setClass(Schedule);
