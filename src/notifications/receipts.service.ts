import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
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
  /** The try broke off when it may have arrived already. */
  readonly mayHaveArrived?: boolean;
}

/** Keeps one receipt per notification and counts the tries. */
@Injectable()
export class Receipts {
  constructor(private readonly database: Database) {}

  note(note: ReceiptNote): Promise<void> {
    return this.database.single((entities) => this.noteIn(entities, note));
  }

  /** Together with what else the caller saves. */
  async noteIn(entities: EntityManager, note: ReceiptNote): Promise<void> {
    const { state, why, mayHaveArrived = false } = note;
    await entities.execute(NOTE, [...valuesOf(note), state, why, mayHaveArrived]);
  }

  /**
   * Says that a notification is being handed over now. False while it is already, and when this
   * change or a newer one was handed over before. Mails about changes of one booking to one reader
   * count as one: what is told first must arrive first, and once. Whoever looks at the same time, in
   * any process, waits at the lock and then sees it. Whoever began and died counts for a minute,
   * which is longer than handing over takes.
   */
  begin(place: ReceiptPlace): Promise<boolean> {
    const { bookingId, recipient, kind, sequence } = place;
    const family = kind.startsWith('mail ') ? 'mail %' : kind;
    return this.database.write(async (entities) => {
      await entities.execute(ONE_AT_A_TIME, [[bookingId, recipient, family].join(' ')]);
      const begun = await entities.execute<unknown[]>(BEGIN, [
        ...valuesOf(place),
        ...[bookingId, recipient, family, sequence],
      ]);
      return begun.length > 0;
    });
  }

  /** Of what was not begun, and will not be: whatever is under way at this moment stays so. */
  async leaveOut(place: ReceiptPlace, why: string): Promise<void> {
    await this.database.single((entities) =>
      entities.execute(LEAVE_OUT, [...valuesOf(place), why, why]),
    );
  }

  /** Whether something about these bookings is being handed over at this moment. */
  async isAnyUnderWay(bookingIds: readonly string[]): Promise<boolean> {
    const rows = await this.database.read((entities) =>
      entities.execute<unknown[]>(UNDER_WAY, [bookingIds.join(',')]),
    );
    return rows.length > 0;
  }

  /** Whether it was handed over, or given up. */
  async isTold({ bookingId, sequence, kind, recipient }: ReceiptPlace): Promise<boolean> {
    const all = await this.ofBooking(bookingId);
    return all.some(
      (one) =>
        one.sequence === sequence &&
        one.kind === kind &&
        one.recipient === recipient &&
        one.state !== 'queued',
    );
  }

  /** What became of mail in the last day, and what waits now. */
  async ofMail(): Promise<MailCounts> {
    const [counts] = await this.database.read((em) => em.execute<MailCounts[]>(OF_MAIL));
    return counts ?? NO_MAIL;
  }

  /** Newest change first. */
  ofBooking(bookingId: string): Promise<Receipt[]> {
    return this.database.read((entities) =>
      entities.find(Receipt, { bookingId }, { orderBy: { sequence: 'desc', createdAt: 'asc' } }),
    );
  }
}

/** Mails of the last day, counted; whatever waits is counted however old it is. */
export interface MailCounts {
  readonly handed: number;
  readonly kept: number;
  readonly waiting: number;
  readonly refused: number;
  /** How long ago the last one was refused; null when none was. */
  readonly refusedSeconds: number | null;
  /** How long the oldest has waited; null when none waits. */
  readonly waitingSeconds: number | null;
}

const NO_MAIL: MailCounts = {
  ...{ handed: 0, kept: 0, waiting: 0, refused: 0, refusedSeconds: null, waitingSeconds: null },
};

/** How receipts call the news that mail to somebody (`attendee`, `guest 1`) was refused. */
export const refusalKind = (recipient: string): string => `refusal ${recipient}`;

/** Being handed over at this moment, or cut short in the middle of it. */
export const isUnderWay = ({ state, why }: Pick<Receipt, 'state' | 'why'>): boolean =>
  state === 'queued' && (why ?? null) === null;

const valuesOf = ({ hostId, bookingId, sequence, kind, recipient }: ReceiptPlace) => [
  ...[hostId, bookingId, sequence, kind, recipient],
];

/** What was handed over stays so, whatever a repeated job finds later. */
const NOTE = `
  insert into receipt
    (host_id, booking_id, sequence, kind, recipient, state, why, may_have_arrived, tries)
  values (?, ?, ?, ?, ?, ?, ?, ?, 1)
  on conflict (booking_id, sequence, kind, recipient) do update
     set state = excluded.state, why = excluded.why, tries = receipt.tries + 1, updated_at = now(),
         may_have_arrived = receipt.may_have_arrived or excluded.may_have_arrived
   where receipt.state not in ('handed_over', 'kept')`;

const LEAVE_OUT = `
  insert into receipt (host_id, booking_id, sequence, kind, recipient, state, why, tries)
  values (?, ?, ?, ?, ?, 'suppressed', ?, 0)
  on conflict (booking_id, sequence, kind, recipient) do update
     set state = 'suppressed', why = ?, updated_at = now(),
         may_have_arrived = receipt.may_have_arrived or receipt.why is null
   where receipt.state = 'queued'
     and (receipt.why is not null or receipt.updated_at <= now() - interval '1 minute')`;

const UNDER_WAY = `
  select 1 from receipt
   where booking_id = any (string_to_array(?, ',')::uuid[])
     and state = 'queued' and why is null and updated_at > now() - interval '1 minute' limit 1`;

const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('vis-a-vis told ' || ?, 0))`;

/** Queued without a reason means under way; found so by the next try, it was cut short. */
const BEGIN = `
  insert into receipt (host_id, booking_id, sequence, kind, recipient, state, why, tries)
  select ?::uuid, ?::uuid, ?::int, ?, ?, 'queued', null, 0
   where not exists (
     select 1 from receipt
      where booking_id = ? and recipient = ? and kind like ?
        and (state = 'queued' and why is null and updated_at > now() - interval '1 minute'
             or state in ('handed_over', 'kept') and sequence >= ?))
  on conflict (booking_id, sequence, kind, recipient) do update
     set state = 'queued', why = null, updated_at = now(),
         may_have_arrived = receipt.may_have_arrived
           or (receipt.state = 'queued' and receipt.why is null)
   where receipt.state not in ('handed_over', 'kept')
  returning id`;

const OF_MAIL = `
  select count(*) filter (where state = 'handed_over' and is_recent)::int as handed,
         count(*) filter (where state = 'kept' and is_recent)::int as kept,
         count(*) filter (where state = 'queued')::int as waiting,
         count(*) filter (where state = 'failed' and is_recent)::int as refused,
         extract(epoch from now() - max(updated_at) filter (where state = 'failed'))::float8
           as "refusedSeconds",
         extract(epoch from now() - min(created_at) filter (where state = 'queued'))::float8
           as "waitingSeconds"
    from (select state, created_at, updated_at, updated_at > now() - interval '1 day' as is_recent
            from receipt where kind like 'mail %') mail`;
