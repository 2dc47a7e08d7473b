import { Migration } from '@mikro-orm/migrations';

const stamps = `created_at timestamptz not null default now(),
     updated_at timestamptz not null default now()`;

/** People are reminded of what is ahead, and hosts asked at the end of the day who came. */
export class Reminders extends Migration {
  override up(): void {
    this.addSql(`alter table booking_calendar
      add column reminders jsonb not null
        default '{"attendeeMinutes": [1440, 60], "hostMinutes": [10]}',
      add column reminders_since timestamptz`);
    this.addSql(`create index booking_ahead on booking (starts_at) where status = 'confirmed'`);
    // Each reminder falls due once, whichever process sees it first.
    this.addSql(`create table reminder (
      id uuid primary key default gen_random_uuid(),
      host_id uuid not null references host,
      booking_id uuid not null references booking on delete cascade,
      sequence int not null,
      reader text not null check (reader in ('attendee', 'host')),
      minutes int not null,
      ${stamps},
      unique (booking_id, sequence, reader, minutes))`);
    // Addresses are kept as hashes: nobody is to be read out of a list of those who want no mail.
    this.addSql(`create table reminder_refusal (
      id uuid primary key default gen_random_uuid(),
      host_id uuid not null references host,
      address_hash bytea not null,
      ${stamps},
      unique (host_id, address_hash))`);
    this.addSql(`create table attendance_list (
      id uuid primary key default gen_random_uuid(),
      host_id uuid not null references host,
      date date not null,
      ${stamps},
      unique (host_id, date))`);
  }
}
