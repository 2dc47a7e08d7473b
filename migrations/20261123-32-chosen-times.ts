import { Migration } from '@mikro-orm/migrations';

/** A time to which somebody is about to move a booking is held while they are asked once more. */
export class ChosenTimes extends Migration {
  override up(): void {
    this.addSql('alter table booking drop constraint booking_held_for_check');
    this.addSql(`alter table booking add constraint booking_held_for_check
      check (held_for in ('move', 'proposal', 'choice'))`);
  }
}
