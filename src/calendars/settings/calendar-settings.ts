import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { describeMinutes } from '../words/duration.parser.js';
import type { MinimumNotice } from '../words/notice.parser.js';
import { describeWeeklyHours, type WeeklyHours } from '../words/weekly-hours.js';
import { longestOpenMinutes } from '../words/open-blocks.js';
import type { Trip } from '../words/trips.js';
import { type AfterBooking, afterBookingSetting } from './after-booking-setting.js';
import { type Cutoffs, cutoffSetting, DEFAULT_CUTOFFS } from './cutoff-setting.js';
import { furtherDurationsSchema, offeredDurations } from './duration-setting.js';
import { embedSitesSetting } from './embed-sites-setting.js';
import { type Location, NOWHERE } from '../locations/location.js';
import type { Question } from '../questions/question.js';
import { guestsSetting } from './guests-setting.js';
import { type Approval, approvalSetting } from './approval-setting.js';
import { hoursSetting } from './hours-setting.js';
import {
  bufferAfterSetting,
  bufferBeforeSetting,
  incrementSchema,
  lengthSchema,
  offsetSetting,
} from './length-settings.js';
import { limitSetting, mostMinutes, type SlotLimits } from './limit-setting.js';
import { colourSetting, lockZoneSetting } from './look-settings.js';
import { locationSetting } from './location-setting.js';
import { noticeSetting } from './notice-setting.js';
import { oneOpenSetting } from './one-open-setting.js';
import { questionsSetting } from './questions-setting.js';
import { DEFAULT_REMINDERS, type Reminders, remindersSetting } from './reminders-setting.js';
import { consentSetting, descriptionSetting, termsSetting, titleSetting } from './text-settings.js';
import { timeZoneSetting } from './time-zone-setting.js';
import { travelSetting } from './travel-setting.js';
import { windowSetting, type BookingWindow } from './window-setting.js';

export type { Approval } from './approval-setting.js';
export type { BookingWindow } from './window-setting.js';
export type { Cutoffs } from './cutoff-setting.js';
export type { Reminders } from './reminders-setting.js';
export type { SlotLimits } from './limit-setting.js';
export type { MinimumNotice } from '../words/notice.parser.js';
export type { Trip } from '../words/trips.js';
export type { WeeklyHours } from '../words/weekly-hours.js';

/** Everything that is set on a booking calendar, as stored, as JSON, and as the slot engine takes it. */
export interface CalendarSettings {
  readonly title: string;
  /** Empty when there is none. */
  readonly description: string;
  /** The length of a meeting, unless the attendee picks one of the further ones. */
  readonly durationMinutes: number;
  readonly furtherDurationsMinutes: readonly number[];
  /** Offered starts are so far apart. */
  readonly startIncrementMinutes: number;
  /** The first start is so long after the opening. */
  readonly startOffsetMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly minimumNotice: MinimumNotice;
  readonly bookingWindow: BookingWindow;
  readonly limits: SlotLimits;
  /** Whoever has a booking ahead has to wait until it is over before they book again. */
  readonly oneOpenBooking: boolean;
  readonly cutoffs: Cutoffs;
  /** IANA name. */
  readonly timeZone: string;
  readonly weeklyHours: WeeklyHours;
  /** Dates spent in another zone, in order and apart. */
  readonly travel: readonly Trip[];
  /** Where people meet. */
  readonly location: Location;
  /** In the order of the form. */
  readonly questions: readonly Question[];
  /** So many people may be brought along. */
  readonly guestLimit: number;
  /** What an attendee has to agree to; empty when there is nothing. */
  readonly consent: string;
  /** https; empty when there are no terms. */
  readonly termsUrl: string;
  readonly approval: Approval;
  /** How long before a meeting its people are reminded of it. */
  readonly reminders: Reminders;
  readonly afterBooking: AfterBooking;
  /** `#rrggbb`; empty for the product's own. */
  readonly colour: string;
  /** The page shows the calendar's zone to everybody. */
  readonly zoneLocked: boolean;
  /** The sites that may show the page in a frame; none means any. */
  readonly embedSites: readonly string[];
}

/** What a calendar starts with; its title and its zone are asked for. */
export const DEFAULT_SETTINGS: Omit<CalendarSettings, 'title' | 'timeZone'> = {
  description: '',
  durationMinutes: 30,
  furtherDurationsMinutes: [],
  startIncrementMinutes: 15,
  startOffsetMinutes: 0,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNotice: { amount: 4, unit: 'hours' },
  bookingWindow: { kind: 'rolling', days: 60 },
  limits: {},
  oneOpenBooking: false,
  cutoffs: DEFAULT_CUTOFFS,
  weeklyHours: [{ weekdays: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }],
  travel: [],
  location: NOWHERE,
  questions: [],
  guestLimit: 0,
  consent: '',
  termsUrl: '',
  approval: 'automatic',
  reminders: DEFAULT_REMINDERS,
  afterBooking: { kind: 'page' },
  colour: '',
  zoneLocked: false,
  embedSites: [],
};

/** All settings from JSON; `.partial()` of it is a patch. Unknown keys are refused. */
export const calendarSettingsSchema = z.strictObject({
  title: titleSetting.schema,
  description: descriptionSetting.schema,
  durationMinutes: lengthSchema,
  furtherDurationsMinutes: furtherDurationsSchema,
  startIncrementMinutes: incrementSchema,
  startOffsetMinutes: offsetSetting.schema,
  bufferBeforeMinutes: bufferBeforeSetting.schema,
  bufferAfterMinutes: bufferAfterSetting.schema,
  minimumNotice: noticeSetting.schema,
  bookingWindow: windowSetting.schema,
  limits: limitSetting.schema,
  oneOpenBooking: oneOpenSetting.schema,
  cutoffs: cutoffSetting.schema,
  timeZone: timeZoneSetting.schema,
  weeklyHours: hoursSetting.schema,
  travel: travelSetting.schema,
  location: locationSetting.schema,
  questions: questionsSetting.schema,
  guestLimit: guestsSetting.schema,
  consent: consentSetting.schema,
  termsUrl: termsSetting.schema,
  approval: approvalSetting.schema,
  reminders: remindersSetting.schema,
  afterBooking: afterBookingSetting.schema,
  colour: colourSetting.schema,
  zoneLocked: lockZoneSetting.schema,
  embedSites: embedSitesSetting.schema,
});

/** Refuses settings that are fine one by one and leave no time together. */
export function checkTogether(
  settings: CalendarSettings,
): Outcome<CalendarSettings, SentenceProblem> {
  const { startOffsetMinutes, weeklyHours, limits } = settings;
  const durations = offeredDurations(settings);
  if (new Set(durations).size < durations.length)
    return refusedWith(say('settings:duration.twice'));
  const longest = Math.max(...durations);
  if (longest > mostMinutes(limits)) {
    const facts = { duration: describeMinutes(longest), limit: limitSetting.describe(limits) };
    return refusedWith(say('settings:limit.tooShort', facts));
  }
  const needed = longest + startOffsetMinutes;
  if (weeklyHours.length === 0 || needed <= longestOpenMinutes(weeklyHours)) return done(settings);
  const facts = { duration: describeMinutes(needed), hours: describeWeeklyHours(weeklyHours) };
  return refusedWith(say('settings:duration.tooLongForHours', facts));
}
