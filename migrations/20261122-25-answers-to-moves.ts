import { Migration } from '@mikro-orm/migrations';

/** An attendee takes back that they asked to move, or says that the present time suits them. */
export class AnswersToMoves extends Migration {
  override up(): void {
    this.addSql('alter table booking_change drop constraint booking_change_kind_check');
    this
      .addSql(`alter table booking_change add constraint booking_change_kind_check check (kind in (
      'booked', 'requested', 'confirmed', 'declined', 'expired', 'moved', 'cancelled',
      'move_requested', 'move_declined', 'move_withdrawn', 'move_wanted', 'move_kept',
      'proposed', 'proposal_ended', 'showed', 'no_show', 'handed_over'))`);
  }
}
