import { Migration } from '@mikro-orm/migrations';

/** Somebody asks every minute whose day is over, whoever the host is. */
export class DaysThatEnd extends Migration {
  override up(): void {
    this.addSql(`create index on booking (starts_at)
      where status in ('confirmed', 'showed', 'no_show')`);
  }
}
