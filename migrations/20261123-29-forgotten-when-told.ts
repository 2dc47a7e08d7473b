import { Migration } from '@mikro-orm/migrations';

/** Whoever is forgotten stays named on what they called off until the others were told of it. */
export class ForgottenWhenTold extends Migration {
  override up(): void {
    this.addSql('alter table booking add column forget_at timestamptz');
    this.addSql('create index on booking (forget_at) where forget_at is not null');
  }
}
