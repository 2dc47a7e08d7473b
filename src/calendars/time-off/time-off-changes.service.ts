import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../../audit/audit.service.js';
import { Database } from '../../database/database.js';
import { lockHost } from '../../hosts/host-lock.js';
import { say } from '../../language/say.js';
import { Clock } from '../../shared/clock.js';
import type { Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import type { Interval } from '../../slots/interval.js';
import { Schedule } from '../schedule.entity.js';
import { SettingChange } from '../setting-change.entity.js';
import { DateOverride } from './date-override.entity.js';
import { TimeBlock } from './time-block.entity.js';
import {
  type BlockState,
  changedTimeOff,
  type DateState,
  type TimeOffState,
  without,
} from './time-off-state.js';

/** Where a change can reach: these dates of these schedules, and the host's blocks in these spans. */
export interface TimeOffReach {
  readonly hostId: string;
  /** The calendar from which the change is made. */
  readonly calendarId: string;
  readonly scheduleIds: readonly string[];
  /** `YYYY-MM-DD` in the schedules' zones. */
  readonly dates: readonly string[];
  readonly spans: readonly Interval[];
}

/** Keeps what changes of days off and blocks replace, like any other change, so that it can be put back. */
@Injectable()
export class TimeOffChanges {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Does `work`, whole or not at all. The id names the change to whoever undoes it; null: there was none.
   * Refused when a calendar has got another host since it was looked up.
   */
  record<T>(
    reach: TimeOffReach,
    work: () => Promise<Outcome<T, SentenceProblem>>,
  ): Promise<{ readonly id: string | null; readonly value: Outcome<T, SentenceProblem> }> {
    return this.database.asOne(async (entities) => {
      const { hostId, calendarId } = reach;
      await lockHost(entities, hostId);
      if (!(await areOwn(entities, reach))) {
        return { id: null, value: refusedWith(say('commands:calendarGone')) };
      }
      const found = await stateIn(entities, reach);
      const value = await work();
      // What is left of a block that was cut may lie beside the spans.
      const left = await stateIn(entities, { ...reach, spans: [...reach.spans, ...found.blocks] });
      const changed = changedTimeOff(found, left);
      if (!changed) return { id: null, value };
      const id = randomUUID();
      entities.create(SettingChange, {
        ...{ id, calendarId, hostId, createdAt: new Date(this.clock.now()) },
        ...{ before: { timeOff: changed.before }, after: { timeOff: changed.after } },
      });
      return { id, value };
    });
  }

  /** In the caller's transaction, which holds the host. False when something newer stands there. */
  async restore(
    entities: EntityManager,
    hostId: string,
    { before, after }: { readonly before: TimeOffState; readonly after: TimeOffState },
  ): Promise<boolean> {
    if (!(await stillStands(entities, hostId, after))) return false;
    for (const [scheduleId, own] of Map.groupBy(after.dates, (date) => date.scheduleId)) {
      const date = { $in: own.map((state) => state.date) };
      await entities.nativeDelete(DateOverride, { scheduleId, date });
    }
    const dates = before.dates.flatMap(({ intervals, ...date }) =>
      intervals === null ? [] : [{ ...date, intervals, hostId }],
    );
    if (dates.length > 0) await entities.insertMany(DateOverride, dates);
    await entities.nativeDelete(TimeBlock, { id: { $in: after.blocks.map(({ id }) => id) } });
    const blocks = before.blocks.map(({ reason, ...block }) => ({
      ...{ ...columnsOf(block), reason, hostId },
    }));
    if (blocks.length > 0) await entities.insertMany(TimeBlock, blocks);
    const what = { hostId, action: 'time.restored', subject: hostId };
    await this.audit.note(entities, { ...what, before: noted(after), after: noted(before) });
    return true;
  }
}

/** Why time is off is nothing for a log that forgets nothing. */
const noted = ({ dates, blocks }: TimeOffState) => ({
  dates: dates.map(({ reason: _, ...date }) => date),
  blocks: blocks.map(columnsOf),
});

const columnsOf = ({ id, start, end }: Omit<BlockState, 'reason'>) => ({
  ...{ id, startsAt: new Date(start), endsAt: new Date(end) },
});

/** Whether all is there that the change left, in schedules that are still this host's. */
async function stillStands(
  entities: EntityManager,
  hostId: string,
  after: TimeOffState,
): Promise<boolean> {
  const scheduleIds = [...new Set(after.dates.map(({ scheduleId }) => scheduleId))];
  if (!(await areOwn(entities, { hostId, scheduleIds }))) return false;
  const dates = [...new Set(after.dates.map(({ date }) => date))];
  const present = await stateIn(entities, { hostId, scheduleIds, dates, spans: after.blocks });
  const gone = [...without(after.dates, present.dates), ...without(after.blocks, present.blocks)];
  return gone.length === 0;
}

/** Whether these schedules are still the host's. */
async function areOwn(
  entities: EntityManager,
  { hostId, scheduleIds }: Pick<TimeOffReach, 'hostId' | 'scheduleIds'>,
): Promise<boolean> {
  const own = await entities.count(Schedule, { id: { $in: [...scheduleIds] }, hostId });
  return own === scheduleIds.length;
}

/** By plain statements: nothing that was read before may stand in for what is there now. */
async function stateIn(
  entities: EntityManager,
  { hostId, scheduleIds, dates, spans }: Omit<TimeOffReach, 'calendarId'>,
): Promise<TimeOffState> {
  const pairs = [scheduleIds.join(','), dates.join(',')];
  const ends = spans.flatMap(({ start, end }) => [start, end]);
  return {
    dates: dates.length === 0 ? [] : await entities.execute<DateState[]>(DATES, pairs),
    blocks:
      spans.length === 0
        ? []
        : await entities.execute<BlockState[]>(BLOCKS, [
            ...[hostId, new Date(Math.max(...ends)), new Date(Math.min(...ends))],
          ]),
  };
}

const DATES = `
  select s.id as "scheduleId", to_char(d.date, 'YYYY-MM-DD') as date, o.intervals, o.reason
    from unnest(string_to_array(?, ',')::uuid[]) s(id)
   cross join unnest(string_to_array(?, ',')::date[]) d(date)
    left join date_override o on o.schedule_id = s.id and o.date = d.date
   order by d.date, s.id`;

const BLOCKS = `
  select id, (extract(epoch from starts_at) * 1000)::float8 as start,
         (extract(epoch from ends_at) * 1000)::float8 as end, reason
    from time_block
   where host_id = ? and starts_at < ? and ends_at > ?
   order by starts_at, id`;
