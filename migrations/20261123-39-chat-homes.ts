import { Migration } from '@mikro-orm/migrations';

/** Who has opened the assistant's page on their platform, and since when what it shows is known. */
export class ChatHomes extends Migration {
  override up(): void {
    this.addSql(`create table chat_home (
       id uuid primary key default gen_random_uuid(),
       identity_id uuid not null unique references chat_identity (id) on delete cascade,
       read_at timestamptz,
       created_at timestamptz not null default now(),
       updated_at timestamptz not null default now())`);
  }
}
