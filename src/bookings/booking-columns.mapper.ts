import { MINUTE, type Interval } from '../slots/interval.js';
import type { Attendee } from './booking.repository.js';
import type { Intake } from './intake/intake.js';
import type { ManageToken } from './manage/manage-links.service.js';
import type { BookingSource } from './booking.entity.js';
import type { WaitingTime } from '../availability/waiting-time.js';

/** Values by column of `booking`. */
export type Columns = Readonly<Record<string, string | number | boolean | Date | Buffer | null>>;

export interface BufferedTime extends Interval {
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

export interface NewBooking extends BufferedTime {
  readonly id: string;
  readonly uid: string;
  readonly hostId: string;
  readonly calendarId: string;
  readonly title: string;
  readonly attendee: Attendee;
  readonly intake: Intake;
  readonly notes: string;
  readonly source: BookingSource;
  /** The chat identity of whoever booked, if they did it in chat. */
  readonly bookedBy?: string | undefined;
  readonly utm: Readonly<Record<string, string>>;
  readonly manageToken: ManageToken;
  /** How long it waits for the host; null when it stands at once. */
  readonly waiting: WaitingTime | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A meeting's time, and what it takes from the host: the meeting and its buffers. */
export function timeColumns(time: BufferedTime): Columns {
  const { start, end, bufferBeforeMinutes, bufferAfterMinutes } = time;
  const blockedFrom = new Date(start - bufferBeforeMinutes * MINUTE).toISOString();
  const blockedTo = new Date(end + bufferAfterMinutes * MINUTE).toISOString();
  return {
    starts_at: new Date(start),
    ends_at: new Date(end),
    buffer_before_minutes: bufferBeforeMinutes,
    buffer_after_minutes: bufferAfterMinutes,
    blocked: `[${blockedFrom},${blockedTo})`,
  };
}

/** Until when something waits for its host, and when they are reminded. */
export const waitingColumns = (waiting: WaitingTime | null): Columns => ({
  hold_expires_at: waiting && new Date(waiting.until),
  nudge_at: waiting && new Date(waiting.nudge),
});

/** A new booking, and equally what a hold becomes; id and uid stay out of it, which a hold keeps. */
export function bookingColumns(booking: NewBooking): Columns {
  const { attendee, waiting } = booking;
  return {
    host_id: booking.hostId,
    calendar_id: booking.calendarId,
    status: waiting ? 'pending' : 'confirmed',
    title: booking.title,
    ...timeColumns(booking),
    ...waitingColumns(waiting),
    attendee_name: attendee.name,
    attendee_email: attendee.email,
    attendee_time_zone: attendee.timeZone,
    attendee_locale: attendee.locale,
    ...intakeColumns(booking.intake),
    notes: booking.notes,
    source: booking.source,
    booked_by_identity_id: booking.bookedBy ?? null,
    utm: JSON.stringify(booking.utm),
    manage_token_hash: booking.manageToken.hash,
    sealed_manage_token: booking.manageToken.sealed,
    created_at: new Date(booking.now),
  };
}

const intakeColumns = ({ location, answers, guests, consent }: Intake): Columns => ({
  location: JSON.stringify(location),
  answers: JSON.stringify(answers),
  guests: JSON.stringify(guests),
  consent,
});
