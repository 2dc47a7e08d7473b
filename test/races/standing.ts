import type { ChangeKind } from '../../src/bookings/history/booking-change.entity.js';
import type { BookingStatus } from '../../src/bookings/booking-status.js';
import type { TestDatabase } from '../db/test-database.js';

/** Whoever can be asked what is stored. */
export type Asker = Pick<TestDatabase, 'query'>;

/** A booking as the database has it, with all that hangs on it. Instants are ISO 8601 with `Z`. */
export interface StandingBooking {
  readonly uid: string;
  readonly email: string;
  readonly status: BookingStatus;
  readonly sequence: number;
  readonly start: string;
  readonly changes: readonly StandingChange[];
  /** The starts that are asked for or offered beside its own, ascending. */
  readonly held: readonly string[];
  /** The sequences for which a `booking.changed` job was published to the cards, ascending. */
  readonly jobs: readonly number[];
  readonly cards: readonly StandingCard[];
  /** Of the cards, about the booking's latest change. */
  readonly receipts: readonly string[];
}

export interface StandingChange {
  readonly sequence: number;
  readonly kind: ChangeKind;
  readonly actor: string;
  readonly start: string;
  /** The starts that were asked for, offered or given up, in any order. */
  readonly asked: readonly string[];
}

interface StandingCard {
  readonly reference: string | null;
  readonly painted: number | null;
}

/** Every booking of these hosts, oldest first. Times that are merely held are none. */
export async function standingBookings(
  database: Asker,
  handles: readonly string[],
): Promise<StandingBooking[]> {
  return database.query<StandingBooking>(STANDING, [handles]);
}

/** The uids of what is held for visitors of these hosts. */
export async function visitorHolds(database: Asker, handles: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ uid: string }>(VISITOR_HOLDS, [handles]);
  return rows.map(({ uid }) => uid);
}

/** Pairs of live rows of one host that take the same time from it, buffers included. */
export async function overlaps(database: Asker, handles: readonly string[]): Promise<object[]> {
  return database.query<object>(OVERLAPS, [handles]);
}

/** How many jobs of these hosts speak of a booking that does not exist. */
export async function strayJobs(database: Asker, handles: readonly string[]): Promise<number> {
  const [row] = await database.query<{ stray: number }>(STRAY_JOBS, [handles]);
  return row?.stray ?? 0;
}

/** How many jobs of a queue are not done yet. */
export async function openJobs(database: Asker, queue: 'cards' | 'mail'): Promise<number> {
  const [row] = await database.query<{ open: number }>(OPEN_JOBS, [queue]);
  return row?.open ?? 0;
}

/** Ends the time of whatever is held or asked of a host; the uids of all that. */
export async function runOut(database: Asker, handle: string): Promise<string[]> {
  const rows = await database.query<{ uid: string }>(RUN_OUT, [handle]);
  return rows.map(({ uid }) => uid);
}

export interface WantedTime {
  /** Of the calendar in the API. */
  readonly path: string;
  readonly start: string;
}

/** Those of the wanted starts that no booking stands in the way of, buffers included. */
export async function stillFree(
  database: Asker,
  handle: string,
  wanted: readonly WantedTime[],
): Promise<object[]> {
  const slugs = wanted.map(({ path }) => path.split('/').at(-1));
  return database.query(FREE, [handle, slugs, wanted.map(({ start }) => start)]);
}

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const HOSTS = 'select id from host where handle = any($1::text[])';

const STANDING = `
  with own as (
         select * from booking where host_id in (${HOSTS}) and status <> 'held'),
       published as (
         select data->>'bookingId' as booking_id,
                json_agg((data->>'sequence')::int order by (data->>'sequence')::int) as sequences
           from pgboss.job
          where name = 'cards' and data->>'bookingId' in (select id::text from own)
          group by 1)
  select uid, attendee_email as email, status, sequence, ${instant('starts_at')} as start,
         (select coalesce(json_agg(json_build_object('sequence', c.sequence, 'kind', c.kind,
                   'actor', c.actor, 'start', ${instant('c.starts_at')},
                   'asked', c.asked_starts) order by c.sequence), '[]')
            from booking_change c where c.booking_id = own.id) as changes,
         (select coalesce(json_agg(${instant('h.starts_at')} order by h.starts_at), '[]')
            from booking h where h.for_booking_id = own.id and h.held_for <> 'choice') as held,
         coalesce(published.sequences, '[]') as jobs,
         (select coalesce(json_agg(json_build_object('reference', reference,
                   'painted', painted_sequence)), '[]')
            from posted_card where booking_id = own.id) as cards,
         (select coalesce(json_agg(state), '[]') from receipt r
           where r.booking_id = own.id and r.sequence = own.sequence
             and r.kind = 'card') as receipts
    from own left join published on published.booking_id = own.id::text
   order by own.created_at`;

const VISITOR_HOLDS = `
  select uid from booking
   where host_id in (${HOSTS}) and status = 'held' and for_booking_id is null`;

// By the meetings and their buffers rather than by "blocked", so that a wrong range shows too.
const SPAN = (row: string): string => `
  tstzrange(${row}.starts_at - make_interval(mins => ${row}.buffer_before_minutes),
            ${row}.ends_at + make_interval(mins => ${row}.buffer_after_minutes))`;

// A booking will have one of the times that are held for it, or its own: those may overlap.
const OVERLAPS = `
  select one.uid, other.uid as other_uid, one.starts_at, other.starts_at as other_starts_at
    from booking one join booking other on one.host_id = other.host_id and one.id < other.id
   where one.host_id in (${HOSTS})
     and one.status in ('held', 'pending', 'confirmed', 'showed', 'no_show')
     and other.status in ('held', 'pending', 'confirmed', 'showed', 'no_show')
     and coalesce(one.for_booking_id, one.id) <> coalesce(other.for_booking_id, other.id)
     and ${SPAN('one')} && ${SPAN('other')}`;

const STRAY_JOBS = `
  select count(*)::int as stray from pgboss.job
   where name = 'cards'
     and data->>'hostId' in (select id::text from host where handle = any($1::text[]))
     and not exists (select from booking where booking.id = (data->>'bookingId')::uuid)`;

const OPEN_JOBS = `
  select count(*)::int as open from pgboss.job
   where name = $1 and state in ('created', 'retry', 'active')`;

// The host first, as whoever changes one of these rows does.
const RUN_OUT = `
  with own as (select id from host where handle = $1 for no key update)
  update booking set hold_expires_at = clock_timestamp()
    from own where host_id = own.id and status in ('held', 'pending')
  returning uid`;

const FREE = `
  select wanted.slug, wanted.start
    from unnest($2::text[], $3::timestamptz[]) as wanted (slug, start)
    join booking_link link on link.host_handle = $1 and link.slug = wanted.slug
    join booking_calendar c on c.id = link.calendar_id
   where not exists (
     select from booking b
      where b.host_id = c.host_id and b.status in ('held', 'pending', 'confirmed', 'showed', 'no_show')
        and ${SPAN('b')} && tstzrange(
              wanted.start - make_interval(mins => c.buffer_before_minutes),
              wanted.start + make_interval(mins => c.duration_minutes + c.buffer_after_minutes)))`;
