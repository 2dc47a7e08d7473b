import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';
import type { CalendarSettings } from './settings/calendar-settings.js';

const SettingChangeSchema = defineEntity({
  name: 'SettingChange',
  tableName: 'setting_change',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    calendarId: p.uuid(),
    /** The settings that were changed, as they were and as they became. */
    before: p.json<Partial<CalendarSettings>>(),
    after: p.json<Partial<CalendarSettings>>(),
    undoneAt: p.datetime().nullable(),
  },
});

/** What one command changed in a calendar, kept so that it can be undone. */
export class SettingChange extends SettingChangeSchema.class {}
SettingChangeSchema.setClass(SettingChange);
