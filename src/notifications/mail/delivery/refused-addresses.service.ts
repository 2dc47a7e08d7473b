import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { Clock } from '../../../shared/clock.js';
import { DAY } from '../../../slots/interval.js';
import { addressHash } from './address-hash.js';

/** An address that refused so many mails, in whichever bookings, is left alone for a while. */
const MOST_REFUSALS = 3;
/** So far apart they say nothing together. */
const REMEMBERED = 30 * DAY;
/** Counted from the last refusal; after it one mail tries again. */
const LEFT_ALONE = 7 * DAY;

/** Counts mailboxes that do not exist: who writes to them again and again is taken for a spammer. */
@Injectable()
export class RefusedAddresses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Until when nothing is mailed there, epoch milliseconds; null when it may be tried. */
  async leftAloneUntil(address: string): Promise<number | null> {
    const now = this.clock.now();
    const [row] = await this.database.read((entities) =>
      entities.execute<Refusals[]>(COUNT, [addressHash(address), new Date(now - REMEMBERED)]),
    );
    if (!row || row.last === null || row.count < MOST_REFUSALS) return null;
    const until = row.last + LEFT_ALONE;
    return until > now ? until : null;
  }

  async note(address: string): Promise<void> {
    const now = this.clock.now();
    await this.database.write(async (entities) => {
      await entities.execute(FORGET, [new Date(now - REMEMBERED)]);
      await entities.execute(NOTE, [addressHash(address), new Date(now)]);
    });
  }

  /** It takes mail again. */
  async clear(address: string): Promise<void> {
    await this.database.single((entities) => entities.execute(CLEAR, [addressHash(address)]));
  }
}

interface Refusals {
  readonly count: number;
  /** Epoch milliseconds. */
  readonly last: number | null;
}

const COUNT = `
  select count(*)::int as count,
         (extract(epoch from max(refused_at)) * 1000)::float8 as last
    from mail_refusal where address_hash = ? and refused_at > ?`;

const FORGET = `delete from mail_refusal where id in
  (select id from mail_refusal where refused_at <= ? limit 100 for update skip locked)`;

const NOTE = 'insert into mail_refusal (address_hash, refused_at) values (?, ?)';

const CLEAR = 'delete from mail_refusal where address_hash = ?';
