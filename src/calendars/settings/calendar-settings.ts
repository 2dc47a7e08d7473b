import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { describeMinutes } from '../words/duration.parser.js';
import type { MinimumNotice } from '../words/notice.parser.js';
import { describeWeeklyHours, type WeeklyHours } from '../words/weekly-hours.js';
import { longestOpenMinutes } from '../words/open-blocks.js';
import { hoursSetting } from './hours-setting.js';
import {
  bufferAfterSetting,
  bufferBeforeSetting,
  durationSetting,
  offsetSetting,
  stepSetting,
} from './length-settings.js';
import { noticeSetting } from './notice-setting.js';
import { descriptionSetting, titleSetting } from './text-settings.js';
import { timeZoneSetting } from './time-zone-setting.js';
import { windowSetting, type BookingWindow } from './window-setting.js';

export type { BookingWindow } from './window-setting.js';
export type { MinimumNotice } from '../words/notice.parser.js';
export type { WeeklyHours } from '../words/weekly-hours.js';

/** Everything that is set on a booking calendar, as stored, as JSON, and as the slot engine takes it. */
export interface CalendarSettings {
  readonly title: string;
  /** Empty when there is none. */
  readonly description: string;
  readonly durationMinutes: number;
  /** Offered starts are so far apart. */
  readonly startIncrementMinutes: number;
  /** The first start is so long after the opening. */
  readonly startOffsetMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly minimumNotice: MinimumNotice;
  readonly bookingWindow: BookingWindow;
  /** IANA name. */
  readonly timeZone: string;
  readonly weeklyHours: WeeklyHours;
}

/** What a calendar starts with; its title and its zone are asked for. */
export const DEFAULT_SETTINGS: Omit<CalendarSettings, 'title' | 'timeZone'> = {
  description: '',
  durationMinutes: 30,
  startIncrementMinutes: 15,
  startOffsetMinutes: 0,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNotice: { amount: 4, unit: 'hours' },
  bookingWindow: { kind: 'rolling', days: 60 },
  weeklyHours: [{ weekdays: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }],
};

/** All settings from JSON; `.partial()` of it is a patch. Unknown keys are refused. */
export const calendarSettingsSchema = z.strictObject({
  title: titleSetting.schema,
  description: descriptionSetting.schema,
  durationMinutes: durationSetting.schema,
  startIncrementMinutes: stepSetting.schema,
  startOffsetMinutes: offsetSetting.schema,
  bufferBeforeMinutes: bufferBeforeSetting.schema,
  bufferAfterMinutes: bufferAfterSetting.schema,
  minimumNotice: noticeSetting.schema,
  bookingWindow: windowSetting.schema,
  timeZone: timeZoneSetting.schema,
  weeklyHours: hoursSetting.schema,
});

/** Refuses settings that are fine one by one and leave no time together. */
export function checkTogether(
  settings: CalendarSettings,
): Outcome<CalendarSettings, SentenceProblem> {
  const { durationMinutes, startOffsetMinutes, weeklyHours } = settings;
  const needed = durationMinutes + startOffsetMinutes;
  if (weeklyHours.length === 0 || needed <= longestOpenMinutes(weeklyHours)) return done(settings);
  const facts = { duration: describeMinutes(needed), hours: describeWeeklyHours(weeklyHours) };
  return refusedWith(say('settings:duration.tooLongForHours', facts));
}
