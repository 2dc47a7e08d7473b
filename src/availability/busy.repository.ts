import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Interval } from '../slots/interval.js';
import type { CountedMeeting } from '../slots/slot-request.js';

/** What takes time from a host, epoch milliseconds. */
export interface TakenTime {
  /** Time the host blocked by hand. */
  readonly busy: readonly Interval[];
  /** The host's live bookings on all calendars, widened by the buffers they were booked with. */
  readonly bookings: readonly Interval[];
  /**
   * The calendar's meetings of this host that count towards its limits, without buffers, and the times
   * to which they may move: whoever answers so is promised one of them.
   */
  readonly counted: readonly CountedMeeting[];
}

/** Which host and span to read. */
export interface TakenTimeQuery extends Interval {
  readonly hostId: string;
  /** What is held or pending until then is free again. */
  readonly now: number;
  /** The booking that is being moved, and with it the times that are held for it. */
  readonly exceptBookingId: string | null;
  /** Where the calendar has limits: the span in which its meetings count. */
  readonly counted: (Interval & { readonly calendarId: string }) | null;
  /** A hold that does not count for whoever knows its secret. */
  readonly exceptHold: { readonly uid: string; readonly secretHash: Buffer } | null;
}

/** Reads the taken time of a host in one statement. */
@Injectable()
export class BusyRepository {
  async takenTime(entities: EntityManager, query: TakenTimeQuery): Promise<TakenTime> {
    const { uid, secretHash } = query.exceptHold ?? { uid: null, secretHash: null };
    const rows = await entities.execute<TakenRow[]>(
      `${TAKEN}${query.counted === null ? '' : COUNTED}`,
      [
        ...[query.hostId, query.now, query.start, query.end],
        ...[query.exceptBookingId, uid, secretHash],
        ...[query.hostId, query.start, query.end],
        ...countedValues(query),
      ],
    );
    return {
      busy: intervals(rows, 'busy'),
      bookings: intervals(rows, 'booking'),
      counted: rows.filter(({ kind }) => kind === 'counted').map(countedMeeting),
    };
  }
}

interface TakenRow {
  readonly kind: 'booking' | 'busy' | 'counted';
  readonly start: number;
  readonly end: number;
  readonly meeting: string | null;
}

const epoch = (instant: string): string => `(extract(epoch from ${instant}) * 1000)::float8`;

const TAKEN = `
  select 'booking' as kind, ${epoch('lower(blocked)')} as start, ${epoch('upper(blocked)')} as end,
         null::uuid as meeting
         from booking
        where host_id = ? and status in ('held', 'pending', 'confirmed', 'showed', 'no_show')
          and (hold_expires_at is null or hold_expires_at > to_timestamp(? / 1000.0))
          and blocked && tstzrange(to_timestamp(? / 1000.0), to_timestamp(? / 1000.0))
          and coalesce(for_booking_id, id) is distinct from ?::uuid
          and (uid is distinct from ?::text or hold_secret_hash is distinct from ?::bytea)
        union all
       select 'busy', ${epoch('starts_at')}, ${epoch('ends_at')}, null
         from time_block
        where host_id = ? and ends_at > to_timestamp(? / 1000.0) and starts_at < to_timestamp(? / 1000.0)`;

/** Each counts on the local date of its start. What somebody has merely chosen counts once they have it. */
const COUNTED = `
  union all
  select 'counted', ${epoch('starts_at')}, ${epoch('ends_at')}, coalesce(for_booking_id, id)
    from booking
   where host_id = ? and calendar_id = ?
     and (status in ('pending', 'confirmed', 'showed', 'no_show') or held_for <> 'choice')
     and (hold_expires_at is null or hold_expires_at > to_timestamp(? / 1000.0))
     and starts_at >= to_timestamp(? / 1000.0) and starts_at < to_timestamp(? / 1000.0)
     and coalesce(for_booking_id, id) is distinct from ?::uuid`;

function countedValues({ hostId, now, counted, exceptBookingId }: TakenTimeQuery) {
  if (counted === null) return [];
  return [hostId, counted.calendarId, now, counted.start, counted.end, exceptBookingId];
}

function intervals(rows: readonly TakenRow[], kind: TakenRow['kind']): Interval[] {
  return rows.filter((row) => row.kind === kind).map(({ start, end }) => ({ start, end }));
}

const countedMeeting = ({ start, end, meeting }: TakenRow): CountedMeeting =>
  meeting === null ? { start, end } : { start, end, meeting };
