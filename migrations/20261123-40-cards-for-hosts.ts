import { Migration } from '@mikro-orm/migrations';

/** A host whose calendar has no alerts has the cards of its bookings in their direct messages. */
export class CardsForHosts extends Migration {
  override up(): void {
    this.addSql(`alter table posted_card
       drop constraint posted_card_audience_check,
       add constraint posted_card_audience_check
         check (audience in ('channel', 'host', 'attendee'))`);
  }
}
