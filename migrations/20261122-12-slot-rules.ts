import { Migration } from '@mikro-orm/migrations';

/** The rules by which times are offered, how long a booking may be changed, and what can be undone. */
export class SlotRules extends Migration {
  override up(): void {
    this.addSql(
      `alter table booking_calendar
         add column further_durations_minutes jsonb not null default '[]',
         add column limits jsonb not null default '{}',
         add column one_open_booking boolean not null default false,
         add column cutoffs jsonb not null
           default '{"cancelMinutes": 0, "moveMinutes": 0, "reason": "optional"}'`,
    );
    this.addSql(`alter table schedule add column travel jsonb not null default '[]'`);
    // What a change of settings was, so that it can be undone while nothing newer stands on it.
    this.addSql(
      `create table setting_change (
         id uuid primary key default gen_random_uuid(),
         host_id uuid not null references host,
         calendar_id uuid not null references booking_calendar on delete cascade,
         before jsonb not null,
         after jsonb not null,
         undone_at timestamptz,
         created_at timestamptz not null default now(),
         updated_at timestamptz not null default now())`,
    );
    this.addSql('create index on setting_change (host_id, created_at)');
    // Bookings that changed hours left outside, until their host says what becomes of them.
    this.addSql(
      `create table affected_question (
         id uuid primary key default gen_random_uuid(),
         host_id uuid not null references host,
         bookings jsonb not null,
         settled_at timestamptz,
         created_at timestamptz not null default now(),
         updated_at timestamptz not null default now())`,
    );
    this.addSql('create index on affected_question (host_id, created_at)');
  }
}
