import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Audit } from '../../audit/audit.service.js';
import { Database } from '../../database/database.js';
import { lockHost } from '../../hosts/host-lock.js';
import { say } from '../../language/say.js';
import { Clock } from '../../shared/clock.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { type Interval, overlaps } from '../../slots/interval.js';
import { DateOverride } from './date-override.entity.js';
import { TimeBlock } from './time-block.entity.js';

/** A year of dates with hours of their own, ahead in one calendar. */
const MOST_DATES = 365;

/** Local times of a day, `HH:mm`. */
export interface LocalHours {
  readonly start: string;
  readonly end: string;
}

export interface DatesOff {
  readonly hostId: string;
  /** The schedules that are changed together. */
  readonly scheduleIds: readonly string[];
  /** `YYYY-MM-DD` in the schedule's zone. */
  readonly dates: readonly string[];
  /** The hours of these dates instead of the weekly ones; none closes them. */
  readonly intervals: readonly LocalHours[];
  readonly reason: string | null;
  /** Runs first, in the same transaction, which holds the host; when it throws, nothing is changed. */
  readonly demand?: (entities: EntityManager) => Promise<unknown>;
}

/** Dates of a host that get their weekly hours back, and the spans from which blocks are lifted. */
export interface DatesBack extends Pick<DatesOff, 'hostId' | 'scheduleIds' | 'demand'> {
  /** Each with the time that it may be taken out of the host's blocks. */
  readonly days: readonly { readonly date: string; readonly spans: readonly Interval[] }[];
}

/** How many dates and blocks there were to give back, and how many blocks are left on the dates. */
export interface GivenBack {
  readonly dates: number;
  readonly blocks: number;
  readonly left: number;
}

/**
 * Days off, days with other hours, and blocked time; each change is saved whole or not at all, and
 * the host's one after the other: what can be undone is what lies between two looks.
 */
@Injectable()
export class TimeOff {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Replaces the hours of whole dates; a second word about a date replaces the first. Refused, with
   * nothing changed, when a calendar would have more of them ahead than anybody plans.
   */
  async setDates(wish: DatesOff): Promise<Outcome<null, SentenceProblem>> {
    const { hostId, scheduleIds, dates, intervals, reason, demand } = wish;
    return this.alone(hostId, async (entities) => {
      await demand?.(entities);
      if (await this.isFull(entities, wish)) {
        return refusedWith(say('commands:off.tooMany', { most: MOST_DATES }));
      }
      await entities.upsertMany(
        DateOverride,
        scheduleIds.flatMap((scheduleId) =>
          dates.map((date) => ({ hostId, scheduleId, date, intervals, reason })),
        ),
        {
          onConflictFields: ['scheduleId', 'date'],
          onConflictMergeFields: ['intervals', 'reason'],
        },
      );
      const what = { hostId, action: 'dates.set', subject: hostId };
      await this.audit.note(entities, { ...what, after: { scheduleIds, dates, intervals } });
      return done(null);
    });
  }

  private async isFull(
    entities: EntityManager,
    { scheduleIds, dates }: Pick<DatesOff, 'scheduleIds' | 'dates'>,
  ): Promise<boolean> {
    const today = new Date(this.clock.now()).toISOString().slice(0, 10);
    for (const scheduleId of scheduleIds) {
      const others = { scheduleId, date: { $gte: today, $nin: [...dates] } };
      if ((await entities.count(DateOverride, others)) + dates.length > MOST_DATES) return true;
    }
    return false;
  }

  /**
   * Gives the dates their weekly hours back. Blocks that lie on such a date were made apart and stay;
   * where there is nothing else to give back, the date is taken out of them.
   */
  clear({ hostId, scheduleIds, days, demand }: DatesBack): Promise<GivenBack> {
    return this.alone(hostId, async (entities) => {
      await demand?.(entities);
      const dates = days.map(({ date }) => date);
      const set = { scheduleId: { $in: [...scheduleIds] }, date: { $in: dates } };
      const own = new Set((await entities.find(DateOverride, set)).map(({ date }) => date));
      const cleared = await entities.nativeDelete(DateOverride, set);
      const what = { hostId, action: 'dates.cleared', subject: hostId };
      if (cleared > 0) await this.audit.note(entities, { ...what, before: { scheduleIds, dates } });
      const spansOf = (isOwn: boolean) =>
        days.filter(({ date }) => own.has(date) === isOwn).flatMap(({ spans }) => spans);
      const blocks = await this.cut(entities, hostId, spansOf(false));
      const left = await this.touched(entities, hostId, spansOf(true));
      return { dates: cleared, blocks, left: left.length };
    });
  }

  /** The ids of the blocks, in the order of the spans. */
  async block(
    hostId: string,
    spans: readonly Interval[],
    reason: string | null,
  ): Promise<readonly string[]> {
    const blocks = spans.map((span) => ({ id: randomUUID(), hostId, reason, ...columnsOf(span) }));
    if (blocks.length === 0) return [];
    await this.alone(hostId, async (entities) => {
      await entities.insertMany(TimeBlock, blocks);
      const times = blocks.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt }));
      const what = { hostId, action: 'time.blocked', subject: hostId };
      await this.audit.note(entities, { ...what, after: { blocks: times } });
    });
    return blocks.map(({ id }) => id);
  }

  /** False when this host has no such block. */
  unblock(hostId: string, id: string): Promise<boolean> {
    return this.alone(hostId, async (entities) => {
      const block = await entities.findOne(TimeBlock, { id, hostId });
      if (!block) return false;
      const { startsAt, endsAt } = block;
      await entities.nativeDelete(TimeBlock, { id });
      const what = { hostId, action: 'time.unblocked', subject: hostId };
      await this.audit.note(entities, { ...what, before: { id, startsAt, endsAt } });
      return true;
    });
  }

  /** Takes the spans out of the host's blocks; how many blocks they touched. */
  lift(hostId: string, spans: readonly Interval[]): Promise<number> {
    return this.alone(hostId, (entities) => this.cut(entities, hostId, spans));
  }

  /** The host before any calendar, as everywhere. */
  private alone<T>(hostId: string, work: (entities: EntityManager) => Promise<T>): Promise<T> {
    return this.database.write(async (entities) => {
      await lockHost(entities, hostId);
      return work(entities);
    });
  }

  private async cut(
    entities: EntityManager,
    hostId: string,
    spans: readonly Interval[],
  ): Promise<number> {
    const touched = await this.touched(entities, hostId, spans);
    if (touched.length === 0) return 0;
    for (const block of touched) {
      const { reason } = block;
      for (const piece of without(spanOf(block), spans)) {
        entities.create(TimeBlock, { hostId, reason, ...columnsOf(piece) });
      }
      entities.remove(block);
    }
    await entities.flush();
    const times = touched.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt }));
    const what = { hostId, action: 'time.unblocked', subject: hostId };
    const after = { lifted: spans.map(columnsOf) };
    await this.audit.note(entities, { ...what, before: { blocks: times }, after });
    return touched.length;
  }

  /** The host's blocks that lie in the spans; nobody else changes them meanwhile. */
  private async touched(
    entities: EntityManager,
    hostId: string,
    spans: readonly Interval[],
  ): Promise<TimeBlock[]> {
    if (spans.length === 0) return [];
    const first = Math.min(...spans.map(({ start }) => start));
    const last = Math.max(...spans.map(({ end }) => end));
    const between = { startsAt: { $lt: new Date(last) }, endsAt: { $gt: new Date(first) } };
    const alone = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const blocks = await entities.find(TimeBlock, { hostId, ...between }, alone);
    return blocks.filter((block) => spans.some((span) => overlaps(span, spanOf(block))));
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

const spanOf = ({ startsAt, endsAt }: TimeBlock): Interval => ({
  start: startsAt.getTime(),
  end: endsAt.getTime(),
});

const columnsOf = ({ start, end }: Interval) => ({
  startsAt: new Date(start),
  endsAt: new Date(end),
});

/** What is left of an interval outside the others. */
function without(whole: Interval, others: readonly Interval[]): Interval[] {
  return others.reduce<Interval[]>(
    (pieces, other) =>
      pieces
        .flatMap((piece) => [
          { start: piece.start, end: Math.min(piece.end, other.start) },
          { start: Math.max(piece.start, other.end), end: piece.end },
        ])
        .filter(({ start, end }) => start < end),
    [whole],
  );
}
