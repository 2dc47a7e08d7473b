import { Migration } from '@mikro-orm/migrations';

/**
 * An idempotency key belongs to what its sender addressed, which stays the same when a calendar
 * changes hands: the calendar, or for a host's own programs the host.
 */
export class KeysByAddress extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  'alter table idempotency_key add column scope_id uuid',
  // Of two that were answered for one calendar, which was handed over between them, the first counts.
  `update idempotency_key own set scope_id = first.calendar_id
     from (select distinct on (b.calendar_id, k.key) k.id, b.calendar_id
             from idempotency_key k join booking b on b.uid = k.booking_uid
            order by b.calendar_id, k.key, k.created_at) first
    where first.id = own.id`,
  'update idempotency_key set scope_id = host_id where scope_id is null',
  `alter table idempotency_key
     alter column scope_id set not null,
     drop constraint idempotency_key_host_id_key_key,
     add unique (scope_id, key)`,
  'create index on idempotency_key (booking_uid) where booking_uid is not null',
];
