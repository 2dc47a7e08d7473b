import { Migration } from '@mikro-orm/migrations';

/** Whoever holds a time is known by its secret, not by their browser. */
export class HoldsBySecret extends Migration {
  override up(): void {
    this.addSql('alter table booking drop column holder_browser_hash');
  }
}
