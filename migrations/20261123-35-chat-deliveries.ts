import { Migration } from '@mikro-orm/migrations';

/** What a chat platform told us, so that it is heeded once however often it is told. */
export class ChatDeliveries extends Migration {
  override up(): void {
    this.addSql(`create table chat_delivery (
       id uuid primary key default gen_random_uuid(),
       platform text not null,
       key text not null,
       held_until timestamptz not null,
       is_heeded boolean not null default false,
       created_at timestamptz not null default now(),
       updated_at timestamptz not null default now(),
       unique (platform, key))`);
    this.addSql('create index on chat_delivery (held_until)');
  }
}
