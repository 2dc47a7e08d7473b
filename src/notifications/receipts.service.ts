import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Receipt } from './receipt.entity.js';

/** Which notification: of which change, of which kind, to whom. */
export interface ReceiptPlace {
  readonly hostId: string;
  readonly bookingId: string;
  readonly sequence: number;
  readonly kind: string;
  readonly recipient: string;
}

export interface ReceiptNote extends ReceiptPlace {
  readonly state: Receipt['state'];
  readonly why: string | null;
}

/** Keeps one receipt per notification and counts the tries. */
@Injectable()
export class Receipts {
  constructor(private readonly database: Database) {}

  async note(note: ReceiptNote): Promise<void> {
    await this.database.single((entities) =>
      entities.execute(NOTE, [...valuesOf(note), note.state, note.why]),
    );
  }

  /**
   * Says that a notification is being handed over now. False while another one of the same booking
   * to the same recipient is, and once it or a newer one was: what is told first must arrive first.
   * Whoever began and died counts for a minute, which is longer than handing over takes.
   */
  async begin(place: ReceiptPlace): Promise<boolean> {
    const { bookingId, recipient, sequence } = place;
    const channel = place.kind.split(' ')[0] ?? '';
    return this.database.write(async (entities) => {
      await entities.execute(ALONE, [`${bookingId} ${recipient}`]);
      const begun = await entities.execute<unknown[]>(BEGIN, [
        ...[...valuesOf(place), bookingId, recipient, channel, sequence],
      ]);
      return begun.length > 0;
    });
  }

  /** Newest change first. */
  ofBooking(bookingId: string): Promise<Receipt[]> {
    return this.database.read((entities) =>
      entities.find(Receipt, { bookingId }, { orderBy: { sequence: 'desc', createdAt: 'asc' } }),
    );
  }
}

const valuesOf = ({ hostId, bookingId, sequence, kind, recipient }: ReceiptPlace) => [
  ...[hostId, bookingId, sequence, kind, recipient],
];

/** What was handed over stays so, whatever a repeated job finds later; what ended is not suppressed. */
const NOTE = `
  insert into receipt (host_id, booking_id, sequence, kind, recipient, state, why, tries)
  values (?, ?, ?, ?, ?, ?, ?, 1)
  on conflict (booking_id, sequence, kind, recipient) do update
     set state = excluded.state, why = excluded.why, tries = receipt.tries + 1, updated_at = now()
   where receipt.state not in ('handed_over', 'kept')
     and (excluded.state <> 'suppressed' or receipt.state = 'queued')`;

/** Two that begin at once would not see each other. */
const ALONE = 'select pg_advisory_xact_lock(hashtextextended(?, 0))';

/** Queued without a reason means under way. */
const BEGIN = `
  insert into receipt (host_id, booking_id, sequence, kind, recipient, state, why, tries)
  select ?::uuid, ?::uuid, ?::int, ?, ?, 'queued', null, 0
   where not exists (
     select 1 from receipt
      where booking_id = ? and recipient = ? and split_part(kind, ' ', 1) = ?
        and ((state = 'queued' and why is null and updated_at > now() - interval '1 minute')
          or (state in ('handed_over', 'kept') and sequence > ?)))
  on conflict (booking_id, sequence, kind, recipient) do update
     set state = 'queued', why = null, updated_at = now()
   where receipt.state not in ('handed_over', 'kept')
  returning id`;
