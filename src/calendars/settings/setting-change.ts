import { done, type Outcome } from '../../shared/outcome.js';
import type { SentenceProblem } from '../../shared/sentence-problem.js';
import { approvalSetting } from './approval-setting.js';
import { afterBookingSetting } from './after-booking-setting.js';
import { bufferSetting } from './buffer-setting.js';
import type { CalendarSettings } from './calendar-settings.js';
import { cutoffSetting } from './cutoff-setting.js';
import { durationSetting } from './duration-setting.js';
import { embedSitesSetting } from './embed-sites-setting.js';
import { hoursSetting } from './hours-setting.js';
import { bufferAfterSetting, bufferBeforeSetting, offsetSetting } from './length-settings.js';
import { limitSetting } from './limit-setting.js';
import { oneOpenSetting } from './one-open-setting.js';
import { stepSetting } from './step-setting.js';
import { guestsSetting } from './guests-setting.js';
import { colourSetting, lockZoneSetting } from './look-settings.js';
import { locationSetting } from './location-setting.js';
import { noticeSetting } from './notice-setting.js';
import { questionsSetting } from './questions-setting.js';
import { remindersSetting } from './reminders-setting.js';
import type { Reading, Setting, SettingContext, SettingName } from './setting.js';
import { consentSetting, descriptionSetting, termsSetting, titleSetting } from './text-settings.js';
import { timeZoneSetting } from './time-zone-setting.js';
import { travelSetting } from './travel-setting.js';
import { windowSetting } from './window-setting.js';

/** What a text would change in the settings of a calendar, and what should be said about it. */
export interface SettingChange extends Omit<Reading<unknown>, 'value'> {
  readonly patch: Partial<CalendarSettings>;
  /** The value in words. */
  readonly after: string;
}

/** A setting without its value type, so that one command can change any of them. */
export interface SettingEntry {
  readonly name: SettingName;
  read(text: string, context: SettingContext): Outcome<SettingChange, SentenceProblem>;
  /** The present value in words. */
  describeIn(settings: CalendarSettings): string;
}

function entry<Value>(setting: Setting<Value>): SettingEntry {
  return {
    name: setting.name,
    read: (text, context) => {
      const read = setting.parse(text, context);
      if (!read.ok) return read;
      const { value, ...more } = read.value;
      return done({ ...more, patch: setting.patch(value), after: setting.describe(value) });
    },
    describeIn: (settings) => setting.describe(setting.from(settings)),
  };
}

/** Every setting by the name it has in commands and flags. */
export const settingEntries: Readonly<Record<SettingName, SettingEntry>> = {
  title: entry(titleSetting),
  description: entry(descriptionSetting),
  duration: entry(durationSetting),
  step: entry(stepSetting),
  offset: entry(offsetSetting),
  buffer: entry(bufferSetting),
  'buffer-before': entry(bufferBeforeSetting),
  'buffer-after': entry(bufferAfterSetting),
  timezone: entry(timeZoneSetting),
  hours: entry(hoursSetting),
  notice: entry(noticeSetting),
  window: entry(windowSetting),
  travel: entry(travelSetting),
  limit: entry(limitSetting),
  'one-at-a-time': entry(oneOpenSetting),
  cutoff: entry(cutoffSetting),
  location: entry(locationSetting),
  questions: entry(questionsSetting),
  guests: entry(guestsSetting),
  consent: entry(consentSetting),
  terms: entry(termsSetting),
  approval: entry(approvalSetting),
  reminders: entry(remindersSetting),
  'after-booking': entry(afterBookingSetting),
  colour: entry(colourSetting),
  'lock-zone': entry(lockZoneSetting),
  'embed-sites': entry(embedSitesSetting),
};

/** One setting in words, before and after. */
export interface SettingDifference {
  readonly name: SettingName;
  readonly before: string;
  readonly after: string;
}

/** Parts of other settings: what differs in them is said by the whole. */
const PARTS: readonly SettingName[] = ['offset', 'buffer-before', 'buffer-after'];

/** What two states of the same settings differ in. */
export function differences(
  before: CalendarSettings,
  after: CalendarSettings,
): readonly SettingDifference[] {
  return Object.values(settingEntries)
    .filter(({ name }) => !PARTS.includes(name))
    .map((entry) => ({
      name: entry.name,
      ...{ before: entry.describeIn(before), after: entry.describeIn(after) },
    }))
    .filter((difference) => difference.before !== difference.after);
}
