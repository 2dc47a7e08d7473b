import { Injectable } from '@nestjs/common';
import { Env } from '../../../config/env.js';
import { Database } from '../../../database/database.js';
import { Clock } from '../../../shared/clock.js';
import { DAY } from '../../../slots/interval.js';
import { addressHash } from './address-hash.js';

/** Why an address gets mail: something happened to a booking, it is near, or somebody asked for links. */
export type MailPurpose = 'booking' | 'reminder' | 'links';

/**
 * Mail to one address, over all hosts, by hour and by day. Anybody can type a stranger's address;
 * the bound keeps it to a nuisance. Asking for links takes no more than its share, so that nobody
 * can use up what a person's own bookings need. Reminders have a share beside the others, so that no
 * news ever waits behind them.
 */
const LIMITS = {
  booking: { perHour: 3, perDay: 10 },
  reminder: { perHour: 2, perDay: 6 },
  links: { perHour: 1, perDay: 3 },
} as const satisfies Record<MailPurpose, { perHour: number; perDay: number }>;

const HOUR = 3_600_000;

/** Room for one mail; give it back when the mail was not sent. */
export interface MailTurn {
  readonly id: string | null;
}

interface Counts {
  /** All but reminders. */
  readonly hour: number;
  readonly day: number;
  readonly own_hour: number;
  readonly own_day: number;
}

/** Counts in the database, so that it holds over all processes and their restarts. */
@Injectable()
export class MailLimits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Null when the address has had enough for now. */
  take(address: string, purpose: MailPurpose): Promise<MailTurn | null> {
    if (!this.env.rateLimits) return Promise.resolve({ id: null });
    const hash = addressHash(address);
    const now = this.clock.now();
    return this.database.write(async (entities) => {
      await entities.execute(ONE_AT_A_TIME, [hash.toString('hex')]);
      await entities.execute(FORGET, [new Date(now - DAY)]);
      const hourAgo = new Date(now - HOUR);
      const [counts] = await entities.execute<Counts[]>(COUNT, [
        ...[hourAgo, purpose, hourAgo, purpose, hash, new Date(now - DAY)],
      ]);
      if (!counts || isFull(counts, purpose)) return null;
      const [row] = await entities.execute<{ id: string }[]>(TAKE, [hash, purpose, new Date(now)]);
      return { id: row?.id ?? null };
    });
  }

  async giveBack({ id }: MailTurn): Promise<void> {
    if (id === null) return;
    await this.database.single((em) => em.execute('delete from mail_sent where id = ?', [id]));
  }
}

function isFull({ hour, day, own_hour, own_day }: Counts, purpose: MailPurpose): boolean {
  const { perHour, perDay } = LIMITS[purpose];
  const isOwnFull = own_hour >= perHour || own_day >= perDay;
  if (purpose === 'reminder') return isOwnFull;
  return isOwnFull || hour >= LIMITS.booking.perHour || day >= LIMITS.booking.perDay;
}

const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('vis-a-vis mail ' || ?, 0))`;

const FORGET = `delete from mail_sent where id in
  (select id from mail_sent where sent_at <= ? limit 100 for update skip locked)`;

const COUNT = `
  select count(*) filter (where purpose <> 'reminder' and sent_at > ?)::int as hour,
         count(*) filter (where purpose <> 'reminder')::int as day,
         count(*) filter (where purpose = ? and sent_at > ?)::int as own_hour,
         count(*) filter (where purpose = ?)::int as own_day
    from mail_sent where address_hash = ? and sent_at > ?`;

const TAKE = `
  insert into mail_sent (address_hash, purpose, sent_at) values (?, ?, ?) returning id`;
