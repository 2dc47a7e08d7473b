import { written } from '../../../src/calendars/settings/changed-settings.js';
import { hashToken } from '../../../src/shared/random.js';

/** So much of a hash tells two states of one calendar apart. */
const LENGTH = 12;

/** A calendar, and a mark of the part of it that a form shows: what was changed since has another. */
export const calendarSubject = (id: string, shown: unknown): string =>
  `${id} ${hashToken(written(shown)).toString('base64url').slice(0, LENGTH)}`;

/** The id of the calendar; undefined where a form finds out itself. */
export const calendarIdIn = (subject: string): string | undefined =>
  subject.split(' ')[0] || undefined;

/** The same for a command, which finds the calendar in use where none is named. */
export function aboutCalendar(subject: string): { readonly calendarId?: string } {
  const calendarId = calendarIdIn(subject);
  return calendarId === undefined ? {} : { calendarId };
}
