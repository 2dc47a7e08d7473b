import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Receipt } from './receipt.entity.js';

export interface ReceiptNote {
  readonly hostId: string;
  readonly bookingId: string;
  readonly sequence: number;
  readonly kind: string;
  readonly recipient: string;
  readonly state: Receipt['state'];
  readonly why: string | null;
}

/** Keeps one receipt per notification and counts the tries. */
@Injectable()
export class Receipts {
  constructor(private readonly database: Database) {}

  async note(note: ReceiptNote): Promise<void> {
    await this.database.read((entities) =>
      entities.execute(NOTE, [
        ...[note.hostId, note.bookingId, note.sequence, note.kind, note.recipient],
        ...[note.state, note.why],
      ]),
    );
  }

  /** Newest change first. */
  ofBooking(bookingId: string): Promise<Receipt[]> {
    return this.database.read((entities) =>
      entities.find(Receipt, { bookingId }, { orderBy: { sequence: 'desc', createdAt: 'asc' } }),
    );
  }
}

/** What was handed over stays so, whatever a repeated job finds later. */
const NOTE = `
  insert into receipt (host_id, booking_id, sequence, kind, recipient, state, why, tries)
  values (?, ?, ?, ?, ?, ?, ?, 1)
  on conflict (booking_id, sequence, kind, recipient) do update
     set state = excluded.state, why = excluded.why, tries = receipt.tries + 1, updated_at = now()
   where receipt.state <> 'handed_over'`;
