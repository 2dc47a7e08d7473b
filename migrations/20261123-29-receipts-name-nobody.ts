import { Migration } from '@mikro-orm/migrations';

/** Receipts of reminders in chat named whoever had booked. */
export class ReceiptsNameNobody extends Migration {
  override up(): void {
    this.addSql(`update receipt set recipient = person.platform || ' attendee'
      from booking join chat_identity person on person.id = booking.booked_by_identity_id
     where receipt.booking_id = booking.id and receipt.kind like 'reminder %'
       and receipt.recipient = person.platform || ' ' || person.name
       and person.host_id is distinct from booking.host_id`);
    // Whose name it was is not known any more.
    this.addSql(`update receipt set recipient = 'erased ' || left(receipt.id::text, 8)
      from booking
     where receipt.booking_id = booking.id and receipt.kind like 'reminder %'
       and booking.attendee_name = 'Deleted person' and recipient not in ('attendee', 'host')
       and recipient not like 'erased %' and recipient not like 'guest %'
       and not exists (select from chat_identity host
         where host.host_id = booking.host_id
           and recipient = host.platform || ' ' || host.name)`);
  }
}
