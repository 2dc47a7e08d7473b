import type { CalendarSettings } from '../calendars/settings/calendar-settings.js';
import { offeredDurations } from '../calendars/settings/duration-setting.js';
import { say } from '../language/say.js';
import type { FieldError } from '../shared/problem.js';

/** Whether meetings of so many minutes can be booked; without a wish they can. */
export function isOffered(settings: CalendarSettings, minutes: number | undefined): boolean {
  return minutes === undefined || offeredDurations(settings).includes(minutes);
}

export function durationNotOffered(offered: readonly number[]): FieldError {
  const minutes = offered.join(', ');
  const detail = say('problems:field.durationNotOffered', { offered: minutes });
  return { pointer: '#/duration', detail };
}
