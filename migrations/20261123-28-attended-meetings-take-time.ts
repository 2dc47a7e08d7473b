import { Migration } from '@mikro-orm/migrations';

/**
 * A meeting keeps its time whoever came: a host may note that while it lasts, and may have noted the
 * wrong thing.
 */
export class AttendedMeetingsTakeTime extends Migration {
  override up(): void {
    this.addSql('alter table booking drop constraint booking_no_overlap');
    this.addSql(`alter table booking add constraint booking_no_overlap exclude using gist
      (host_id with =, blocked with &&, (coalesce(for_booking_id, id)) with <>)
      where (status in ('held', 'pending', 'confirmed', 'showed', 'no_show'))`);
  }
}
