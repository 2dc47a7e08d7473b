import { Migration } from '@mikro-orm/migrations';

/** What is over is dropped for all hosts at once. */
export class KeptForAWhile extends Migration {
  override up(): void {
    this.addSql('drop index idempotency_key_host_id_created_at_idx');
    this.addSql('create index on idempotency_key (created_at)');
  }
}
