import { Injectable } from '@nestjs/common';
import { endOfHours } from '../../availability/end-of-day.js';
import { CalendarRepository } from '../../calendars/calendar.repository.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';
import { type AttendanceDue, attendanceDue } from './attendance-due.js';

interface DayRow {
  readonly host_id: string;
  readonly date: string;
  readonly time_zone: string;
}

/**
 * Finds the hosts whose day is over and who met somebody: its hours have passed and its last meeting
 * has ended. Each day is claimed by its row, whichever process sees it first.
 */
@Injectable()
export class AttendanceLists {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly jobs: Jobs,
  ) {}

  /** Announces every day that is over at `now`, epoch milliseconds. */
  async attend(now: number): Promise<void> {
    const at = new Date(now);
    const days = await this.database.read((entities) =>
      entities.execute<DayRow[]>(DAYS, [at, at, at]),
    );
    for (const { host_id: hostId, date, time_zone: timeZone } of days) {
      const calendars = await this.database.read((em) => this.calendars.ofHost(em, hostId));
      const end = endOfHours(calendars, { date, timeZone });
      if (end === null || end <= now) await this.announce({ hostId, date, timeZone });
    }
  }

  private announce(day: AttendanceDue): Promise<void> {
    return this.database.write(async (entities) => {
      const claimed = await entities.execute<unknown[]>(CLAIM, [day.hostId, day.date]);
      if (claimed.length > 0) await this.jobs.publish(entities, attendanceDue, day);
    });
  }
}

/**
 * Days of the last day and a half, in the host's zone, without a meeting that still goes on or comes.
 * Whoever has no calendar any more keeps the zone of the one that was booked.
 */
const DAYS = `
  with met as (
    select b.host_id, z.time_zone, (b.starts_at at time zone z.time_zone)::date as date, b.ends_at
      from booking b
     cross join lateral (
        select s.time_zone from booking_calendar c join schedule s on s.id = c.schedule_id
         where c.host_id = b.host_id or c.id = b.calendar_id
         order by c.host_id <> b.host_id, c.created_at, c.id limit 1) z
     where b.status in ('confirmed', 'showed', 'no_show')
       and b.starts_at > ?::timestamptz - interval '36 hours'
       and b.starts_at < ?::timestamptz + interval '24 hours')
  select host_id, date::text as date, time_zone from met
   where not exists (
     select from attendance_list l where l.host_id = met.host_id and l.date = met.date)
   group by host_id, date, time_zone
  having max(ends_at) <= ?`;

const CLAIM = `
  insert into attendance_list (host_id, date) values (?, ?) on conflict do nothing returning id`;
