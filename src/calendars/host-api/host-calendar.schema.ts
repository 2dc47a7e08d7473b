import { z } from 'zod';
import { say } from '../../language/say.js';
import { fieldErrorsOf, issuesOf } from '../../shared/field-issues.js';
import { invalid, malformed } from '../../shared/field-problems.js';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import { noteSchema } from '../../shared/text/person-text.js';
import type { Problem } from '../../shared/problem.js';
import {
  type CalendarSettings,
  calendarSettingsSchema,
  checkTogether,
  DEFAULT_SETTINGS,
} from '../settings/calendar-settings.js';
import { calendarTypeSchema } from '../settings/calendar-type.js';
import { missingForLink, type RequiredPart } from '../settings/missing-settings.js';
import { dayIntervalsSchema } from '../settings/day-intervals.schema.js';

/** The body of `PATCH /me/calendars/{calendar}`: any settings, each by its name. */
export const settingsPatchSchema = calendarSettingsSchema.partial();

/** The body of `POST /me/calendars`. What is left out has its default, but for what a link needs. */
export const newCalendarSchema = settingsPatchSchema
  .required({ title: true })
  .extend({ type: calendarTypeSchema.optional() });

/** The body of `PUT /me/calendars/{calendar}/hours`. */
export const hoursBodySchema = calendarSettingsSchema
  .pick({ weeklyHours: true, timeZone: true })
  .partial({ timeZone: true });

/** The body of `PUT /me/calendars/{calendar}/overrides/{date}`; no interval means closed. */
export const overrideBodySchema = z.strictObject({
  intervals: dayIntervalsSchema,
  reason: noteSchema.nullish(),
});

/** Before it is known what it holds: the schema of the settings decides, in its own words. */
export const anyBodySchema = z.record(z.string(), z.unknown());

/**
 * Settings from JSON, refused in the sentences that chat uses. A value out of its range is well-formed
 * and still refused (422); whatever no setting could ever be is malformed (400).
 */
export function readSettings<T>(schema: z.ZodType<T>, body: unknown): Outcome<T, Problem> {
  const result = issuesOf(schema, body);
  if (result.success) return done(result.data);
  const { issues } = result.error;
  const isRange = issues.every(({ code }) => code === 'too_small' || code === 'too_big');
  return refused((isRange ? invalid : malformed)(issues.flatMap(fieldErrorsOf)));
}

/** All settings of a calendar to be made; refused while something is missing that a link needs. */
export function newSettings(body: unknown): Outcome<CalendarSettings, Problem> {
  const read = readSettings(newCalendarSchema, body);
  if (!read.ok) return read;
  const { type, ...said } = read.value;
  const missing = missingForLink(withoutGaps(said));
  const { timeZone } = said;
  if (missing.length > 0 || timeZone === undefined) {
    const detail = say('problems:field.neededForLink');
    return refused(invalid(missing.map((part) => ({ pointer: POINTERS[part], detail }))));
  }
  return fitTogether({ ...DEFAULT_SETTINGS, ...withoutGaps(said), title: said.title, timeZone });
}

/** Refuses settings that leave no time together. */
export function fitTogether(settings: CalendarSettings): Outcome<CalendarSettings, Problem> {
  const together = checkTogether(settings);
  if (together.ok) return together;
  return refused(invalid([{ pointer: '#', detail: together.problem.sentence }]));
}

/** The same without the settings that were left out. */
export function withoutGaps(patch: {
  readonly [Name in keyof CalendarSettings]?: CalendarSettings[Name] | undefined;
}): Partial<CalendarSettings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

const POINTERS: Readonly<Record<RequiredPart, string>> = {
  availability: '#/weeklyHours',
  duration: '#/durationMinutes',
  buffers: '#/bufferAfterMinutes',
  timeZone: '#/timeZone',
};
