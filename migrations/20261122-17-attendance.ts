import { Migration } from '@mikro-orm/migrations';

/** The history also tells whether somebody came. */
export class Attendance extends Migration {
  override up(): void {
    this.addSql('alter table booking_change drop constraint booking_change_kind_check');
    this
      .addSql(`alter table booking_change add constraint booking_change_kind_check check (kind in (
      'booked', 'requested', 'confirmed', 'declined', 'expired', 'moved', 'cancelled',
      'move_requested', 'move_declined', 'proposed', 'proposal_ended', 'showed', 'no_show'))`);
  }
}
