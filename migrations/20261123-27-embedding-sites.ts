import { Migration } from '@mikro-orm/migrations';

/** Which sites may show a calendar's booking page in a frame; an empty list means any. */
export class EmbeddingSites extends Migration {
  override up(): void {
    this.addSql(`alter table booking_calendar add column embed_sites jsonb not null default '[]'`);
  }
}
