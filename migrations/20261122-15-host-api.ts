import { Migration } from '@mikro-orm/migrations';

/** Keys for programs, what was done by whom, and booking calendars that were deleted. */
export class HostApi extends Migration {
  override up(): void {
    for (const statement of [...keys, ...audit, ...deletion]) this.addSql(statement);
  }
}

const keys = [
  `create table api_key (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     identity_id uuid not null references chat_identity,
     name text not null,
     scopes jsonb not null check (jsonb_typeof(scopes) = 'array' and scopes <> '[]'),
     key_hash bytea not null unique check (length(key_hash) = 32),
     last_used_at timestamptz,
     revoked_at timestamptz,
     created_at timestamptz not null default now(),
     updated_at timestamptz not null default now())`,
  'create index on api_key (host_id) where revoked_at is null',
];

/** No reference to a host: what was done stays written when the one who did it is gone. */
const audit = [
  `create table audit_entry (
     number bigint generated always as identity primary key,
     host_id uuid not null,
     at timestamptz not null,
     actor text not null check (actor in ('host', 'attendee', 'key', 'system')),
     actor_id uuid,
     action text not null,
     subject text not null,
     before jsonb,
     after jsonb)`,
  'create index on audit_entry (host_id, number)',
  `create function refuse_rewriting() returns trigger language plpgsql as $$
   begin
     raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
   end $$`,
  `create trigger audit_entry_append_only before update or delete or truncate on audit_entry
     for each statement execute function refuse_rewriting()`,
];

const deletion = ['alter table booking_calendar add column deleted_at timestamptz'];
