import { Migration } from '@mikro-orm/migrations';

/** Addresses that refuse mail, mail whose taking was not heard, and answers that name a booking. */
export class MailRefusals extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  // Of the last weeks, over all hosts; addresses stand here only as hashes.
  `create table mail_refusal (
     id uuid primary key default gen_random_uuid(),
     address_hash bytea not null,
     refused_at timestamptz not null)`,
  'create index on mail_refusal (address_hash, refused_at)',
  'create index on mail_refusal (refused_at)',
  'alter table receipt add column may_have_arrived boolean not null default false',
  // So that the answer goes when the person in it is forgotten.
  'alter table idempotency_key add column booking_uid text',
];
