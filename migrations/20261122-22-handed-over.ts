import { Migration } from '@mikro-orm/migrations';

/** With a calendar its host can hand over what is booked; such a booking changes its host. */
export class HandedOver extends Migration {
  override up(): void {
    this.addSql(
      'alter table host_handover add column gives_bookings boolean not null default false',
    );
    this.addSql(ALLOW_HANDED_OVER);
  }
}

/** Beside whatever kinds are known by then. */
const ALLOW_HANDED_OVER = `
  do $$
  declare known text := (select pg_get_constraintdef(oid) from pg_constraint
                          where conname = 'booking_change_kind_check');
  begin
    alter table booking_change drop constraint booking_change_kind_check;
    execute 'alter table booking_change add constraint booking_change_kind_check '
      || replace(known, '''cancelled''::text', '''cancelled''::text, ''handed_over''::text');
  end $$`;
