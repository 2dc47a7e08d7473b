import { Injectable } from '@nestjs/common';
import { SETTLING_KINDS } from '../../bookings/history/booking-history.js';
import { LONGEST_REMINDER_MINUTES } from '../../calendars/settings/reminders-setting.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';
import { reminderDue } from './reminder-due.js';

interface ClaimedRow {
  readonly host_id: string;
  readonly booking_id: string;
  readonly sequence: number;
  readonly reader: 'attendee' | 'host';
  readonly minutes: number;
}

/**
 * Finds the reminders that fall due. Nothing is planned ahead: what is due follows from the bookings
 * and the settings as they are now, so that a move or another setting leaves nothing behind. Each one
 * is claimed by its row, whichever process sees it first.
 */
@Injectable()
export class DueReminders {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Announces everything that is due at `now`, epoch milliseconds. */
  async attend(now: number): Promise<void> {
    const at = new Date(now);
    await this.database.write(async (entities) => {
      const claimed = await entities.execute<ClaimedRow[]>(CLAIM, [
        ...[SETTLING_KINDS.join(','), at, at, LONGEST_REMINDER_MINUTES, at],
      ]);
      for (const { host_id: hostId, booking_id: bookingId, ...row } of claimed) {
        await this.jobs.publish(entities, reminderDue, { hostId, bookingId, ...row });
      }
    });
  }
}

/**
 * Whoever booked a moment ago needs no reminder yet: an attendee's is left out within three hours of
 * the booking, a host's when it would have come before it. Nor is one sent late that was only asked
 * for after it would have been due.
 */
const CLAIM = `
  with due as (
    select b.host_id, b.id as booking_id, settled.sequence, wanted.reader, wanted.minutes
      from booking b
      join booking_calendar c on c.id = b.calendar_id
      join lateral (
        select ch.sequence, ch.created_at from booking_change ch
         where ch.booking_id = b.id and ch.kind = any(string_to_array(?, ','))
         order by ch.sequence desc limit 1) settled on true
     cross join lateral (
        select 'attendee' as reader, m::int as minutes, interval '3 hours' as quiet
          from jsonb_array_elements_text(c.reminders -> 'attendeeMinutes') m
        union all
        select 'host', m::int, interval '0'
          from jsonb_array_elements_text(c.reminders -> 'hostMinutes') m) wanted
     cross join lateral (
        select b.starts_at - make_interval(mins => wanted.minutes) as at) moment
     where b.status = 'confirmed'
       and b.starts_at > ? and b.starts_at <= ?::timestamptz + make_interval(mins => ?)
       and moment.at <= ?
       and moment.at >= settled.created_at + wanted.quiet
       and moment.at >= coalesce(c.reminders_since, '-infinity')
       and not exists (
        select from reminder r
         where r.booking_id = b.id and r.sequence = settled.sequence
           and r.reader = wanted.reader and r.minutes = wanted.minutes)
     limit 500)
  insert into reminder (host_id, booking_id, sequence, reader, minutes)
  select host_id, booking_id, sequence, reader, minutes from due
  on conflict do nothing
  returning host_id, booking_id, sequence, reader, minutes`;
