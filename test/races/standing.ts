import type { TestDatabase } from '../db/test-database.js';

/** Whoever can be asked what is stored. */
export type Asker = Pick<TestDatabase, 'query'>;

/** A booking as the database has it, with all that hangs on it. Instants are ISO 8601 with `Z`. */
export interface StandingBooking {
  readonly uid: string;
  readonly email: string;
  readonly status: string;
  readonly sequence: number;
  readonly start: string;
  readonly changes: readonly StandingChange[];
  /** The sequences for which a `booking.changed` job was published to the cards, ascending. */
  readonly jobs: readonly number[];
  readonly cards: readonly StandingCard[];
  /** Of the notes about the booking's latest change. */
  readonly receipts: readonly string[];
}

interface StandingChange {
  readonly sequence: number;
  readonly kind: 'booked' | 'moved' | 'cancelled';
  readonly start: string;
}

interface StandingCard {
  readonly reference: string | null;
  readonly painted: number | null;
}

/** Every booking of these hosts, oldest first. */
export async function standingBookings(
  database: Asker,
  handles: readonly string[],
): Promise<StandingBooking[]> {
  return database.query<StandingBooking>(STANDING, [handles]);
}

/** Pairs of live bookings of one host that take the same time from it, buffers included. */
export async function overlaps(database: Asker): Promise<object[]> {
  return database.query<object>(OVERLAPS);
}

/** How many jobs speak of a booking that does not exist. */
export async function strayJobs(database: Asker): Promise<number> {
  const [row] = await database.query<{ stray: number }>(STRAY_JOBS);
  return row?.stray ?? 0;
}

/** How many jobs of the cards are not done yet. */
export async function openJobs(database: Asker): Promise<number> {
  const [row] = await database.query<{ open: number }>(OPEN_JOBS);
  return row?.open ?? 0;
}

/** Whether some booking stands in the way of this start, buffers included. */
export async function isTaken(database: Asker, wanted: WantedTime): Promise<boolean> {
  const { handle, path, start } = wanted;
  const slug = path.split('/').at(-1);
  const [row] = await database.query<{ taken: boolean }>(TAKEN, [handle, slug, start]);
  return row?.taken === true;
}

export interface WantedTime {
  readonly handle: string;
  readonly path: string;
  readonly start: string;
}

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const STANDING = `
  select uid, attendee_email as email, status, sequence, ${instant('starts_at')} as start,
         (select coalesce(json_agg(json_build_object('sequence', c.sequence, 'kind', c.kind,
                   'start', ${instant('c.starts_at')}) order by c.sequence), '[]')
            from booking_change c where c.booking_id = booking.id) as changes,
         (select coalesce(json_agg((data->>'sequence')::int order by (data->>'sequence')::int), '[]')
            from pgboss.job where name = 'cards' and data->>'bookingId' = booking.id::text) as jobs,
         (select coalesce(json_agg(json_build_object('reference', reference,
                   'painted', painted_sequence)), '[]')
            from posted_card where booking_id = booking.id) as cards,
         (select coalesce(json_agg(state), '[]') from receipt r
           where r.booking_id = booking.id and r.sequence = booking.sequence
             and r.kind = 'card') as receipts
    from booking join host on host.id = host_id
   where handle = any($1::text[])
   order by booking.created_at`;

// By the meetings and their buffers rather than by "blocked", so that a wrong range shows too.
const SPAN = (row: string): string => `
  tstzrange(${row}.starts_at - make_interval(mins => ${row}.buffer_before_minutes),
            ${row}.ends_at + make_interval(mins => ${row}.buffer_after_minutes))`;

const OVERLAPS = `
  select one.uid, other.uid as other_uid, one.starts_at, other.starts_at as other_starts_at
    from booking one join booking other on one.host_id = other.host_id and one.id < other.id
   where one.status in ('held', 'pending', 'confirmed')
     and other.status in ('held', 'pending', 'confirmed')
     and ${SPAN('one')} && ${SPAN('other')}`;

const STRAY_JOBS = `
  select count(*)::int as stray from pgboss.job
   where name = 'cards'
     and not exists (select from booking where booking.id::text = data->>'bookingId')`;

const OPEN_JOBS = `
  select count(*)::int as open from pgboss.job
   where name = 'cards' and state in ('created', 'retry', 'active')`;

const TAKEN = `
  select exists (
    select from booking_link link
      join booking_calendar c on c.id = link.calendar_id
      join booking b on b.host_id = c.host_id and b.status in ('held', 'pending', 'confirmed')
     where link.host_handle = $1 and link.slug = $2
       and ${SPAN('b')} && tstzrange(
             $3::timestamptz - make_interval(mins => c.buffer_before_minutes),
             $3::timestamptz + make_interval(mins => c.duration_minutes + c.buffer_after_minutes))
  ) as taken`;
