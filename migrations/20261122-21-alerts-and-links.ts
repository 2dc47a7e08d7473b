import { Migration } from '@mikro-orm/migrations';

const DETAILS = `'none', 'first-name', 'name', 'full'`;

const stamps = `created_at timestamptz not null default now(),
     updated_at timestamptz not null default now()`;

/** Channels hear what they may know, a link books once, and a person is one on two platforms. */
export class AlertsAndLinks extends Migration {
  override up(): void {
    this.addSql(`alter table alert_channel
      add column events jsonb,
      add column detail text not null default 'name' check (detail in (${DETAILS}))`);
    this.addSql(`alter table posted_card
      add column detail text not null default 'name' check (detail in (${DETAILS}))`);
    this.addSql(`create table one_time_link (
      id uuid primary key default gen_random_uuid(),
      host_id uuid not null references host,
      calendar_id uuid not null references booking_calendar on delete cascade,
      token_hash bytea not null unique,
      expires_at timestamptz not null,
      used_at timestamptz,
      ${stamps})`);
    this.addSql(`create table account_code (
      id uuid primary key default gen_random_uuid(),
      host_id uuid not null references host,
      identity_id uuid not null references chat_identity on delete cascade,
      code_hash bytea not null unique,
      expires_at timestamptz not null,
      used_at timestamptz,
      ${stamps})`);
  }
}
