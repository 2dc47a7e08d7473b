import type { Interval } from '../../slots/interval.js';
import type { CalendarMethod, CalendarPart } from './calendar-part.js';
import { timeLine, utcTime, zoneLines } from './calendar-zone.js';
import { contentLine, mailAddress, nameParameter, textValue } from './content-line.js';

export interface CalendarGuest {
  readonly email: string;
  /** Whoever booked has agreed already; whoever was brought along is asked. */
  readonly hasAgreed: boolean;
}

/** A meeting as a calendar knows it. */
export interface CalendarEvent extends Interval {
  /** The same for ever: by it a calendar knows a moved meeting again. */
  readonly uid: string;
  /** Rises with every change. */
  readonly sequence: number;
  /** When it was last changed, epoch milliseconds. */
  readonly changedAt: number;
  /** IANA name, in which the times are written. */
  readonly timeZone: string;
  readonly title: string;
  readonly description: string;
  readonly location: string | null;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  readonly organizer: { readonly name: string; readonly email: string };
  /** Nobody in a file for one's own calendar (RFC 5546, 3.2.1). */
  readonly guests: readonly CalendarGuest[];
}

/** The calendar file of one meeting. */
export function calendarPart(event: CalendarEvent, method: CalendarMethod): CalendarPart {
  const text = [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Vis-a-vis//Vis-a-vis//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', method),
    zoneLines(event.timeZone, event.start),
    ...eventLines(event),
    contentLine('END', 'VCALENDAR'),
  ].join('');
  return { method, text };
}

function eventLines(event: CalendarEvent): string[] {
  const { uid, sequence, changedAt, start, end, timeZone, organizer } = event;
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', textValue(uid)),
    contentLine('DTSTAMP', utcTime(changedAt)),
    contentLine('SEQUENCE', String(sequence)),
    timeLine('DTSTART', start, timeZone),
    timeLine('DTEND', end, timeZone),
    contentLine('SUMMARY', textValue(event.title)),
    ...(event.description === '' ? [] : [contentLine('DESCRIPTION', textValue(event.description))]),
    ...(event.location === null ? [] : [contentLine('LOCATION', textValue(event.location))]),
    contentLine(`ORGANIZER;CN=${nameParameter(organizer.name)}`, mailAddress(organizer.email)),
    ...event.guests.map(guestLine),
    contentLine('STATUS', event.status),
    contentLine('TRANSP', event.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'),
    contentLine('END', 'VEVENT'),
  ];
}

function guestLine({ email, hasAgreed }: CalendarGuest): string {
  const answer = hasAgreed ? 'PARTSTAT=ACCEPTED;RSVP=FALSE' : 'PARTSTAT=NEEDS-ACTION;RSVP=TRUE';
  return contentLine(
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;${answer}`,
    mailAddress(email),
  );
}
