import { Migration } from '@mikro-orm/migrations';

/** One person has one account in a workspace, and codes are found by whose they are. */
export class LinkedAccounts extends Migration {
  override up(): void {
    this.addSql(`create unique index chat_identity_one_account
      on chat_identity (host_id, platform, workspace) where host_id is not null`);
    this.addSql('create index on account_code (identity_id)');
  }
}
