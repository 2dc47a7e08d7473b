import type { EntityManager } from '@mikro-orm/postgresql';
import { Booking } from './booking.entity.js';
import type { BookingStatus } from './booking-status.js';
import type { Columns } from './booking-columns.mapper.js';

/** Inserts a row of `booking`, which comes back in the same statement; null when its time is taken. */
export async function insertRow(
  entities: EntityManager,
  columns: Columns,
): Promise<Booking | null> {
  const names = Object.keys(columns);
  const [row] = await entities.execute<Record<string, unknown>[]>(
    `insert into booking (${names.join(', ')}) values (${names.map(() => '?').join(', ')})
     on conflict do nothing
     returning *, (select h.name from host h where h.id = booking.host_id) as host_name`,
    Object.values(columns),
  );
  return row ? entities.map(Booking, row) : null;
}

/** A change of a booking as it was read; it holds only where nobody changed it in between. */
export interface Swap {
  readonly booking: Pick<Booking, 'id' | 'sequence'>;
  /** The states from which this change is allowed. */
  readonly from: readonly BookingStatus[];
  readonly columns: Columns;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The compare-and-swap behind every change of a booking: whether it was this one that changed it. */
export async function swapRow(
  entities: EntityManager,
  { booking, from, columns, now }: Swap,
): Promise<boolean> {
  const assignments = Object.keys(columns).map((name) => `${name} = ?, `);
  const changed = await entities.execute<unknown[]>(
    `update booking set ${assignments.join('')} sequence = sequence + 1, updated_at = ?
      where id = ? and sequence = ? and status = any(string_to_array(?, ','))
      returning id`,
    [...Object.values(columns), new Date(now), booking.id, booking.sequence, from.join(',')],
  );
  return changed.length === 1;
}
