import {
  type CalendarConfiguration,
  calendarState,
} from '../../../src/calendars/calendar-configuration.js';
import { say } from '../../../src/language/say.js';

const STATES = { open: 'stateOpen', paused: 'statePaused', off: 'stateOff' } as const;

export interface CalendarRow {
  /** What `calendar use` takes for it. */
  readonly number: number;
  readonly isCurrent: boolean;
}

/** A calendar of a host in the list of theirs. */
export function calendarRow(
  calendar: CalendarConfiguration,
  row: CalendarRow,
  now: number,
): string {
  const state = say(`calendar:${STATES[calendarState(calendar, now).kind]}`);
  const { slug, settings } = calendar;
  const [mark, { number }] = [row.isCurrent ? '▸' : '•', row];
  return say('calendar:row', { mark, number, title: settings.title, slug, state });
}
