import { Migration } from '@mikro-orm/migrations';

/** Workspaces that install the Slack app, and the states of installing that were used up. */
export class SlackInstallations extends Migration {
  override up(): void {
    this.addSql(`create table slack_installation (
       id uuid primary key default gen_random_uuid(),
       workspace text not null unique,
       team_name text not null,
       is_enterprise boolean not null,
       installed_by text not null,
       bot_user_key text not null,
       scopes text not null,
       bot_token text not null,
       refresh_token text,
       expires_at timestamptz,
       created_at timestamptz not null default now(),
       updated_at timestamptz not null default now())`);
    this.addSql(`create table slack_used_state (
       id uuid primary key default gen_random_uuid(),
       nonce text not null unique,
       expires_at timestamptz not null)`);
    this.addSql('create index on slack_used_state (expires_at)');
  }
}
