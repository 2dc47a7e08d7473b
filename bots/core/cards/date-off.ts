import type { OverrideFacts } from '../../../src/calendars/calendar-configuration.js';
import { describeDate } from '../../../src/calendars/words/local-date.js';
import { describeIntervals } from '../../../src/calendars/words/weekly-hours.js';
import { say } from '../../../src/language/say.js';

/** `Wed 3 Feb 2027 · closed · holiday`. */
export const dateOffWords = ({ date, intervals, reason }: OverrideFacts): string =>
  `${describeDate(date)} · ${withReason(hoursOffWords(intervals), reason)}`;

/** Hours of a date of its own: `10:00–12:00`, or `closed`. */
export const hoursOffWords = (intervals: OverrideFacts['intervals']): string =>
  intervals.length === 0 ? say('commands:off.closedDay') : describeIntervals(intervals);

export const withReason = (text: string, reason: string | null): string =>
  reason === null ? text : `${text} · ${reason}`;
