import { Migration } from '@mikro-orm/migrations';

/** What attendees are asked and told: questions, guests, consent, the place, and what comes after. */
export class Intake extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking_calendar
        add column questions jsonb not null default '[]',
        add column guest_limit int not null default 0 check (guest_limit between 0 and 10),
        add column consent text not null default '',
        add column terms_url text not null default '',
        add column location jsonb not null default '{"kind":"none"}',
        add column after_booking jsonb not null default '{"kind":"page"}',
        add column colour text not null default '' check (colour ~ '^(#[0-9a-f]{6})?$'),
        add column zone_locked boolean not null default false`);
    // Copied when the booking is made: a later change of the calendar says nothing about it.
    this.addSql(`
      alter table booking
        add column location jsonb not null default '{"kind":"none"}',
        add column answers jsonb not null default '[]',
        add column guests jsonb not null default '[]',
        add column consent text not null default ''`);
  }
}
