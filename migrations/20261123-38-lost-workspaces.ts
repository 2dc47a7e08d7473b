import { Migration } from '@mikro-orm/migrations';

/** Workspaces that took the app out, and the calendars that were paused because of it. */
export class LostWorkspaces extends Migration {
  override up(): void {
    this.addSql(`create table lost_workspace (
       id uuid primary key default gen_random_uuid(),
       platform text not null,
       workspace text not null,
       place text not null,
       created_at timestamptz not null default now(),
       updated_at timestamptz not null default now(),
       unique (platform, workspace))`);
    this.addSql(`alter table booking_calendar
       add column is_paused_by_loss boolean not null default false`);
  }
}
