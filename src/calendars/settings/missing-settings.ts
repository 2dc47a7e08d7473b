import { say } from '../../language/say.js';
import type { CalendarSettings } from './calendar-settings.js';

/** What a booking calendar must have before it gets a link. */
export type RequiredPart = 'availability' | 'duration' | 'buffers' | 'timeZone';

const WORDS = {
  availability: 'settings:missing.availability',
  duration: 'settings:missing.duration',
  buffers: 'settings:missing.buffers',
  timeZone: 'settings:missing.timeZone',
} as const;

/** The parts that are not set yet; buffers of zero are set, and a break on one side says no on the other. */
export function missingForLink(settings: Partial<CalendarSettings>): readonly RequiredPart[] {
  const { weeklyHours, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, timeZone } =
    settings;
  const isSet: Readonly<Record<RequiredPart, boolean>> = {
    availability: weeklyHours !== undefined && weeklyHours.length > 0,
    duration: durationMinutes !== undefined,
    buffers: bufferBeforeMinutes !== undefined || bufferAfterMinutes !== undefined,
    timeZone: timeZone !== undefined,
  };
  const parts: readonly RequiredPart[] = ['availability', 'duration', 'buffers', 'timeZone'];
  return parts.filter((part) => !isSet[part]);
}

/** `Before there is a link, please set hours and a time zone.` */
export function describeMissing(parts: readonly RequiredPart[]): string {
  const names = parts.map((part) => say(WORDS[part]));
  const what = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
  return say('settings:missing.sentence', { what });
}
