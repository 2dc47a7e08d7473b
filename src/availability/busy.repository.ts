import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Interval } from '../slots/interval.js';

/** What takes time from a host, epoch milliseconds. */
export interface TakenTime {
  /** Time the host blocked by hand. */
  readonly busy: readonly Interval[];
  /** The host's live bookings on all calendars, widened by the buffers they were booked with. */
  readonly bookings: readonly Interval[];
}

/** Which host and span to read; `exceptBookingId` is the booking that is being moved. */
export interface TakenTimeQuery extends Interval {
  readonly hostId: string;
  readonly exceptBookingId: string | null;
}

/** Reads the taken time of a host in one statement. */
@Injectable()
export class BusyRepository {
  async takenTime(entities: EntityManager, query: TakenTimeQuery): Promise<TakenTime> {
    const rows = await entities.execute<TakenRow[]>(
      `select 'booking' as kind, ${epoch('lower(blocked)')} as start, ${epoch('upper(blocked)')} as end
         from booking
        where host_id = ? and status in ('held', 'pending', 'confirmed')
          and (status <> 'held' or hold_expires_at > clock_timestamp())
          and blocked && tstzrange(to_timestamp(? / 1000.0), to_timestamp(? / 1000.0))
          and id is distinct from ?::uuid
        union all
       select 'busy', ${epoch('starts_at')}, ${epoch('ends_at')}
         from time_block
        where host_id = ? and ends_at > to_timestamp(? / 1000.0) and starts_at < to_timestamp(? / 1000.0)`,
      [
        ...[query.hostId, query.start, query.end, query.exceptBookingId],
        ...[query.hostId, query.start, query.end],
      ],
    );
    return { busy: intervals(rows, 'busy'), bookings: intervals(rows, 'booking') };
  }
}

interface TakenRow {
  readonly kind: 'booking' | 'busy';
  readonly start: number;
  readonly end: number;
}

const epoch = (instant: string): string => `(extract(epoch from ${instant}) * 1000)::float8`;

function intervals(rows: readonly TakenRow[], kind: TakenRow['kind']): Interval[] {
  return rows.filter((row) => row.kind === kind).map(({ start, end }) => ({ start, end }));
}
