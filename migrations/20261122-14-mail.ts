import { Migration } from '@mikro-orm/migrations';

/** Manage links that can be mailed again, whom mail goes to, and what becomes of it. */
export class Mail extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  // The hash opens a booking, the sealed token leads back to its link.
  'alter table booking add column sealed_manage_token text',
  'alter table host add column email text',
  'create index booking_attendee_email on booking (lower(attendee_email))',
  'alter table receipt drop constraint receipt_state_check',
  `alter table receipt add constraint receipt_state_check
     check (state in ('queued', 'handed_over', 'kept', 'failed', 'suppressed'))`,
  // What one address got in the last day, over all hosts; addresses stand here only as hashes.
  `create table mail_sent (
     id uuid primary key default gen_random_uuid(),
     address_hash bytea not null,
     purpose text not null,
     sent_at timestamptz not null)`,
  'create index on mail_sent (address_hash, sent_at)',
  'create index on mail_sent (sent_at)',
];
