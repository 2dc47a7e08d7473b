import { defineEntity, p } from '@mikro-orm/core';
import { baseProperties } from '../database/base-properties.js';
import type { CalendarSettings } from './settings/calendar-settings.js';
import type { TimeOffState } from './time-off/time-off-state.js';

/** Settings of one calendar, or days off and blocks of its host. */
export type ChangedState = Partial<CalendarSettings> & { readonly timeOff?: TimeOffState };

const SettingChangeSchema = defineEntity({
  name: 'SettingChange',
  tableName: 'setting_change',
  properties: {
    ...baseProperties,
    hostId: p.uuid(),
    calendarId: p.uuid(),
    /** What was changed, as it was and as it became. */
    before: p.json<ChangedState>(),
    after: p.json<ChangedState>(),
    undoneAt: p.datetime().nullable(),
  },
});

/** What one command changed in a calendar, kept so that it can be undone. */
export class SettingChange extends SettingChangeSchema.class {}
SettingChangeSchema.setClass(SettingChange);
