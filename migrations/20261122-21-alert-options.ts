import { Migration } from '@mikro-orm/migrations';

const DETAILS = `'none', 'first-name', 'name', 'full'`;

/** A channel hears of some events only, and of as much of the attendee as it may know. */
export class AlertOptions extends Migration {
  override up(): void {
    this.addSql(`alter table alert_channel
      add column events jsonb,
      add column detail text not null default 'name' check (detail in (${DETAILS}))`);
    this.addSql(`alter table posted_card
      add column detail text not null default 'name' check (detail in (${DETAILS}))`);
  }
}
