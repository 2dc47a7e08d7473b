import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Interval } from '../slots/interval.js';
import { DateOverride } from './date-override.entity.js';
import { TimeBlock } from './time-block.entity.js';

/** Local times of a day, `HH:mm`. */
export interface LocalHours {
  readonly start: string;
  readonly end: string;
}

export interface DatesOff {
  readonly hostId: string;
  readonly scheduleId: string;
  /** `YYYY-MM-DD` in the schedule's zone. */
  readonly dates: readonly string[];
  /** The hours of these dates instead of the weekly ones; none closes them. */
  readonly intervals: readonly LocalHours[];
  readonly reason: string | null;
}

/** Days off, days with other hours, and blocked time. */
@Injectable()
export class TimeOff {
  constructor(private readonly database: Database) {}

  /** Replaces the hours of whole dates; a second word about a date replaces the first. */
  async setDates({ hostId, scheduleId, dates, intervals, reason }: DatesOff): Promise<void> {
    await this.database.write((entities) =>
      entities.upsertMany(
        DateOverride,
        dates.map((date) => ({ hostId, scheduleId, date, intervals, reason })),
        {
          onConflictFields: ['scheduleId', 'date'],
          onConflictMergeFields: ['intervals', 'reason'],
        },
      ),
    );
  }

  /** Gives the weekly hours back to these dates; how many had others. */
  clearDates(scheduleId: string, dates: readonly string[]): Promise<number> {
    return this.database.write((entities) =>
      entities.nativeDelete(DateOverride, { scheduleId, date: { $in: [...dates] } }),
    );
  }

  async block(hostId: string, span: Interval, reason: string | null): Promise<void> {
    const [startsAt, endsAt] = [new Date(span.start), new Date(span.end)];
    await this.database.write((entities) =>
      entities.insert(TimeBlock, { hostId, startsAt, endsAt, reason }),
    );
  }

  /** Removes the blocks that touch this span; how many there were. */
  unblock(hostId: string, span: Interval): Promise<number> {
    return this.database.write((entities) =>
      entities.nativeDelete(TimeBlock, {
        hostId,
        startsAt: { $lt: new Date(span.end) },
        endsAt: { $gt: new Date(span.start) },
      }),
    );
  }

  /** Blocks that end after `now` (epoch milliseconds), soonest first. */
  upcomingBlocks(hostId: string, now: number): Promise<TimeBlock[]> {
    return this.database.read((entities) =>
      entities.find(
        TimeBlock,
        { hostId, endsAt: { $gt: new Date(now) } },
        { orderBy: { startsAt: 'asc' } },
      ),
    );
  }
}
