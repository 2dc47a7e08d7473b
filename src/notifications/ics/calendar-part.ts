/** RFC 5546: an invitation or its update, its end, or an event for one's own calendar. */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

/** A calendar file, as a part of a mail or on its own. */
export interface CalendarPart {
  readonly method: CalendarMethod;
  /** RFC 5545, lines end in CRLF. */
  readonly text: string;
}
