import type { EntityManager } from '@mikro-orm/postgresql';

/** What somebody would lose who stops being this host, counted. */
export interface HostTies {
  readonly calendars: number;
  /** Bookings that are not over. */
  readonly ahead: number;
  readonly past: number;
  /** API keys that work. */
  readonly keys: number;
}

export async function tiesOf(
  entities: EntityManager,
  hostId: string,
  now: Date,
): Promise<HostTies> {
  const [ties] = await entities.execute<HostTies[]>(TIES, [
    ...[hostId, hostId, now, hostId, now, hostId],
  ]);
  return ties ?? { calendars: 0, ahead: 0, past: 0, keys: 0 };
}

const BOOKINGS = `from booking where host_id = ? and status <> 'held'`;
const AHEAD = `status in ('pending', 'confirmed') and ends_at > ?`;

const TIES = `
  select (select count(*)::int from booking_calendar where host_id = ? and deleted_at is null)
           as calendars,
         (select count(*)::int ${BOOKINGS} and ${AHEAD}) as ahead,
         (select count(*)::int ${BOOKINGS} and not (${AHEAD})) as past,
         (select count(*)::int from api_key where host_id = ? and revoked_at is null) as keys`;
