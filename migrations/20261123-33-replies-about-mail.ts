import { Migration } from '@mikro-orm/migrations';

/** Beside the change itself, a reply may tell that mail about it was refused. */
export class RepliesAboutMail extends Migration {
  override up(): void {
    this.addSql(`alter table card_reply add column kind text not null default 'change'`);
    this.addSql('alter table card_reply drop constraint card_reply_posted_card_id_sequence_key');
    this.addSql('create unique index on card_reply (posted_card_id, sequence, kind)');
  }
}
