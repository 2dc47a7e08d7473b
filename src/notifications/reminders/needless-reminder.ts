import { settledBy } from '../../bookings/history/booking-history.js';
import { MINUTE } from '../../slots/interval.js';
import type { BookingReport } from '../messages/booking-reports.service.js';
import type { DueReminder } from './reminder-due.js';

/** Why a reminder that fell due is not sent after all. */
export type Needless =
  /** The meeting was moved or called off. */
  | 'changed'
  /** The meeting has begun: a reminder that waited so long is no use. */
  | 'begun'
  /** The host switched it off. */
  | 'unwanted'
  /** A later one is due as well, which says the same. */
  | 'overtaken';

/** As the booking is at `now`, epoch milliseconds; null when the reminder is to be sent. */
export function needless(
  { booking, changes, configuration }: BookingReport,
  { sequence, reader, minutes }: DueReminder,
  now: number,
): Needless | null {
  const isAsItWas = settledBy(changes)?.sequence === sequence;
  if (booking.status !== 'confirmed' || !isAsItWas) return 'changed';
  const start = booking.startsAt.getTime();
  if (start <= now) return 'begun';
  const { attendeeMinutes, hostMinutes } = configuration.settings.reminders;
  const wanted = reader === 'host' ? hostMinutes : attendeeMinutes;
  if (!wanted.includes(minutes)) return 'unwanted';
  const isOvertaken = wanted.some((later) => later < minutes && start - later * MINUTE <= now);
  return isOvertaken ? 'overtaken' : null;
}
