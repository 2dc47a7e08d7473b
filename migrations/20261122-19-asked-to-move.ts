import { Migration } from '@mikro-orm/migrations';

/** A host can ask an attendee to choose another time; the time stands until they do. */
export class AskedToMove extends Migration {
  override up(): void {
    this.addSql('alter table booking add column host_asked_move boolean not null default false');
    this.addSql('alter table booking_change drop constraint booking_change_kind_check');
    this
      .addSql(`alter table booking_change add constraint booking_change_kind_check check (kind in (
      'booked', 'requested', 'confirmed', 'declined', 'expired', 'moved', 'cancelled',
      'move_requested', 'move_declined', 'move_wanted', 'proposed', 'proposal_ended',
      'showed', 'no_show'))`);
  }
}
