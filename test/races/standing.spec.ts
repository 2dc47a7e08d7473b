import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../db/test-database.js';
import { overlaps } from './standing.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  // The judge must see what the constraint would have refused.
  await database.query(
    'alter table booking drop constraint booking_no_overlap, drop constraint booking_calendar_id_fkey',
  );
});
afterAll(() => database.drop());

interface Row {
  readonly uid: string;
  readonly status: string;
  /** Minutes after nine. */
  readonly start: number;
  readonly bufferAfter?: number;
  readonly isFor?: string;
}

it('the judge sees every overlap but those within one family, buffers included', async () => {
  const [host] = await database.query<{ id: string }>(
    `insert into host (handle, name) values ('ada', 'Ada') returning id`,
  );
  const hostId = host?.id ?? '';
  const own = randomUUID();
  const rows: readonly (Row & { readonly id?: string })[] = [
    { id: own, uid: 'own', status: 'confirmed', start: 0, bufferAfter: 10 },
    { uid: 'asked', status: 'held', start: 15, isFor: own },
    { uid: 'offered', status: 'held', start: 20, isFor: own },
    { uid: 'rival', status: 'pending', start: 35 },
    { uid: 'visitor', status: 'held', start: -20 },
    { uid: 'gone', status: 'cancelled', start: 0 },
    { uid: 'touching', status: 'confirmed', start: 65 },
  ];
  for (const row of rows) await insert(hostId, row);
  const found = await overlaps(database, ['ada']);
  expect(found.map(pair).sort()).toEqual([
    ...['asked rival', 'offered rival', 'own rival', 'own visitor'],
  ]);
});

const pair = (found: object): string => {
  const { uid = '', other_uid = '' } = found as { uid?: string; other_uid?: string };
  return [uid, other_uid].sort().join(' ');
};

async function insert(
  hostId: string,
  { id, uid, status, start, bufferAfter = 0, isFor }: Row & { readonly id?: string },
): Promise<void> {
  const startsAt = new Date(Date.parse('2027-02-02T09:00:00Z') + start * 60_000);
  await database.query(
    `insert into booking (id, uid, host_id, calendar_id, status, title, starts_at, ends_at,
       buffer_before_minutes, buffer_after_minutes, blocked, source, hold_expires_at,
       for_booking_id, held_for, attendee_name, manage_token_hash)
     values ($1, $2, $3, $4, $5, 'Talk', $6, $6::timestamptz + interval '30 min', 0, $7,
       tstzrange($6, $6::timestamptz + make_interval(mins => 30 + $7)), 'api',
       case when $5 in ('held', 'pending') then $6::timestamptz end, $8::uuid,
       case when $8::uuid is not null then 'proposal' end, 'Sam', decode(md5($2), 'hex'))`,
    [id ?? randomUUID(), uid, hostId, randomUUID(), status, startsAt, bufferAfter, isFor ?? null],
  );
}
