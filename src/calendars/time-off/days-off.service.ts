import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Clock } from '../../shared/clock.js';
import { localDateOf } from '../../slots/wall-clock.js';
import { DateOverride } from './date-override.entity.js';
import { hoursOnDates } from './hours-on-dates.js';
import { type HostClocks, zoneAt } from '../settings/zone-at.js';
import { TimeBlock } from './time-block.entity.js';

/** A schedule and the host whose days off it has, or is to have. */
export interface HostSchedule extends HostClocks {
  readonly scheduleId: string;
  readonly hostId: string;
}

const WHOLE_DAY = [{ start: '00:00', end: '24:00' }];

/** Days off are the host's, not the calendar's: they come and go with the host. */
@Injectable()
export class DaysOff {
  constructor(private readonly clock: Clock) {}

  /** Closes a schedule on the days that its new host has off elsewhere. */
  async take(
    entities: EntityManager,
    { scheduleId, hostId, ...clocks }: HostSchedule,
  ): Promise<void> {
    await entities.execute(TAKE, [scheduleId, hostId, this.today(clocks), scheduleId]);
  }

  /**
   * Opens a schedule on the days that its former host has off. The bookings that stay with them may
   * still move: that they are away is kept as blocked time of their own.
   */
  async leave(
    entities: EntityManager,
    { scheduleId, hostId, ...clocks }: HostSchedule,
  ): Promise<void> {
    const ahead = await entities.find(DateOverride, {
      ...{ scheduleId, date: { $gte: this.today(clocks) } },
    });
    const closed = ahead.filter(({ intervals }) => intervals.length === 0);
    const blocks = closed.flatMap(({ date, reason }) =>
      hoursOnDates(clocks, [date], WHOLE_DAY).map(({ start, end }) => ({
        ...{ hostId, reason, startsAt: new Date(start), endsAt: new Date(end) },
      })),
    );
    if (blocks.length > 0) await entities.insertMany(TimeBlock, blocks);
    await entities.nativeDelete(DateOverride, { id: { $in: closed.map(({ id }) => id) } });
  }

  private today(clocks: HostClocks): string {
    const now = this.clock.now();
    return localDateOf(zoneAt(clocks, now), now);
  }
}

const TAKE = `
  insert into date_override (host_id, schedule_id, date, intervals, reason)
  select distinct on (date) host_id, ?::uuid, date, intervals, reason
    from date_override
   where host_id = ? and date >= ? and intervals = '[]' and schedule_id <> ?
   order by date, created_at
  on conflict (schedule_id, date)
    do update set intervals = excluded.intervals, reason = excluded.reason`;
