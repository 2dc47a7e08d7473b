import type { BookingChange } from '../../bookings/history/booking-change.entity.js';
import { isMovedUnasked } from '../../bookings/history/booking-history.js';
import type { Booking } from '../../bookings/booking.entity.js';
import { mailedPlace } from '../../bookings/booking-place.js';
import { locationLine } from '../../calendars/locations/location-words.js';
import { answerText } from '../../calendars/questions/answer-words.js';
import { afterText } from '../../calendars/settings/after-booking-setting.js';
import { zoneAt } from '../../calendars/settings/zone-at.js';
import type { Interval } from '../../slots/interval.js';
import type { BookingReport } from './booking-reports.service.js';
import type { MessageFacts } from './message-facts.js';
import type { MessageKind } from './message-kind.js';

/** A change that somebody is to be told. */
export interface DueChange {
  readonly change: BookingChange;
  readonly kind: MessageKind;
  /** The change that this reader knew last; null when they were told nothing yet. */
  readonly known: BookingChange | null;
  /** False: no mail about the booking can have reached this reader yet. */
  readonly mayKnow: boolean;
}

/** The booking as it stands now, and what this change says of it. */
export function messageFacts(report: BookingReport, due: DueChange): MessageFacts {
  const { booking, changes, configuration, manageUrl, calendarUrl } = report;
  const { change, kind } = due;
  const { uid, title, hostName, attendeeName, notes } = booking;
  return {
    ...{ kind, actor: change.actor, uid, title, hostName, attendeeName, notes },
    attendeeEmail: booking.attendeeEmail ?? null,
    start: booking.startsAt.getTime(),
    end: booking.endsAt.getTime(),
    former: MOVES.includes(kind) ? formerTime(report, due) : null,
    formerHost: kind === 'handed_over' ? formerHost(report, due) : null,
    hostTimeZone: zoneAt(configuration.settings, booking.startsAt.getTime()),
    attendeeTimeZone: booking.attendeeTimeZone,
    location: mailedPlace(booking),
    hostLocation: locationLine(booking.location, hostName),
    answers: saidAnswers(booking),
    guests: booking.guests,
    answerBy: answerBy(report, kind),
    askedStarts: change.askedStarts.map((start) => Date.parse(start)),
    isAsked: kind === 'moved' && !isMovedUnasked(changes.filter(upTo(change))),
    isPicked: isSettled(kind) && isPicked(changes.filter(upTo(change))),
    isFirstHeard: !due.mayKnow && change.sequence > 0,
    reason: change.reason ?? null,
    afterText: afterText(configuration.settings),
    ...{ manageUrl, calendarUrl },
  };
}

/** After which a booking may have another time than its reader knew. A request is confirmed at a time. */
const MOVES: readonly MessageKind[] = ['moved', 'requested', 'confirmed'];

const isSettled = (kind: MessageKind): boolean => kind === 'confirmed' || kind === 'moved';

const saidAnswers = ({ answers }: Booking): MessageFacts['answers'] =>
  answers.map((answer) => ({ label: answer.label, text: answerText(answer) }));

/** Until when somebody is to answer: the times that are held, or else the request itself. */
function answerBy({ booking, held }: BookingReport, kind: MessageKind): number | null {
  const isAboutOthers = kind === 'proposed' || kind === 'move_requested';
  const isWaiting = kind === 'requested' && booking.status === 'pending';
  const waiting = isAboutOthers ? held[0] : isWaiting ? booking : undefined;
  return waiting?.holdExpiresAt?.getTime() ?? null;
}

const upTo =
  ({ sequence }: BookingChange) =>
  (one: BookingChange): boolean =>
    one.sequence <= sequence;

/** Whether the latest thing that happened is that its attendee took one of the times that were proposed. */
function isPicked(changes: readonly BookingChange[]): boolean {
  const [before, last] = changes.slice(-2);
  if (last?.actor !== 'attendee' || before?.kind !== 'proposed') return false;
  const start = last.startsAt.getTime();
  return before.askedStarts.some((asked) => Date.parse(asked) === start);
}

/** The time that the reader knew; for somebody who was told nothing, the one before the move. */
function formerTime({ booking, changes }: BookingReport, due: DueChange): Interval | null {
  const earlier = changes.filter(({ sequence }) => sequence < due.change.sequence);
  const before = due.known ?? earlier.at(-1);
  if (!before || before.startsAt.getTime() === booking.startsAt.getTime()) return null;
  return { start: before.startsAt.getTime(), end: before.endsAt.getTime() };
}

/** The host that the reader knew; for somebody who was told nothing, the one before the handover. */
function formerHost({ changes }: BookingReport, { change, known }: DueChange): string | null {
  const earlier = changes.filter(({ sequence }) => sequence < change.sequence);
  const before = known ?? earlier.at(-1);
  return before?.hostName ?? null;
}
