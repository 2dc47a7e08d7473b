import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Database } from '../database/database.js';
import { LIMIT_WAITING } from '../database/limit-waiting.js';
import { postgresFailure } from '../database/postgres-failure.js';
import { Clock } from '../shared/clock.js';
import { type Outcome, refused } from '../shared/outcome.js';
import { newToken } from '../shared/random.js';
import { keyFrom } from '../shared/idempotency/idempotency-key.js';
import type { BookingProblem } from './booking.errors.js';
import { type HostBusy, HostQueue, isTurnedAway } from './host-queue.js';
import {
  IdempotencyRepository,
  type IdempotencyClaim,
} from '../shared/idempotency/idempotency.repository.js';
import { Lapses } from './lapses.js';

/** One change to the bookings of one host. */
export interface BookingWrite<T extends object> {
  readonly hostId: string;
  /** Another host whose bookings it changes too. */
  readonly otherHostId?: string | null | undefined;
  /**
   * The same key with the same fingerprint is answered once and then replayed, for 24 hours. Where
   * nobody can send it again, it is left out; its own tries stay one all the same.
   */
  readonly claim?: IdempotencyClaim | undefined;
  /** Runs alone for this host. A refusal rolls everything back. */
  readonly work: (turn: WriteTurn) => Promise<Outcome<T, BookingProblem>>;
}

/** What an operation holds while it is the host's turn. */
export interface HostTurn {
  readonly entities: EntityManager;
  /** Epoch milliseconds by the database's clock, on which all instances agree. */
  readonly now: number;
}

/** What is read along with the lock, since a booking has few statements to spend. */
export interface WriteTurn extends HostTurn {
  /** The host takes no bookings from somebody, so that it has to be asked from whom. */
  readonly blocksSomebody: boolean;
}

/** The answer, and whether it is an earlier request's. */
export interface Written<T> {
  readonly value: T;
  readonly isReplay: boolean;
}

const TRIES = 3;

/**
 * Every change of a booking goes through here, and here it is kept from going wrong:
 *
 * 1. one at a time per host and process (`HostQueue`), so that a hot host cannot starve the others;
 * 2. the idempotency key is claimed first: a repeated request waits for the first, then replays it;
 * 3. the host's row is locked: from here on nobody else, in any process, changes this host's time
 *    (of two hosts the rows are locked in the order of their ids, whoever hands over to whom);
 * 4. what ran out is settled: holds, requests, times held for a booking;
 * 5. the operation re-checks the rules and writes, and publishes what follows in the same transaction;
 * 6. its answer is kept with the key, and all of it is committed, or nothing is.
 *
 * Should all of that fail, the constraint `booking_no_overlap` still stands: two bookings of a host
 * cannot overlap. Deadlocks, lost connections and lock time-outs are tried again under the same key.
 */
@Injectable()
export class BookingTransaction {
  constructor(
    private readonly database: Database,
    private readonly queue: HostQueue,
    private readonly idempotency: IdempotencyRepository,
    private readonly lapses: Lapses,
    private readonly clock: Clock,
  ) {}

  async run<T extends object>(
    write: BookingWrite<T>,
  ): Promise<Outcome<Written<T>, BookingProblem>> {
    const { claim = ownClaim(write.hostId) } = write;
    const answer = await this.inTurn(write.hostId, () => this.tryRepeatedly({ ...write, claim }));
    if (isTurnedAway(answer)) {
      return refused({ kind: 'unavailable', retryAfterSeconds: answer.retryAfterSeconds });
    }
    return answer;
  }

  /** A part of a greater write may have the host's row already, for which somebody in the queue waits. */
  private inTurn<T>(hostId: string, work: () => Promise<T>): Promise<T | HostBusy> {
    return this.database.isPart ? work() : this.queue.run(hostId, work);
  }

  private async tryRepeatedly<T extends object>(
    write: ClaimedWrite<T>,
  ): Promise<Outcome<Written<T>, BookingProblem>> {
    let isUncertain = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(write);
      } catch (error) {
        if (error instanceof Refusal) return refused(error.problem);
        const failure = postgresFailure(error);
        if (failure === 'conflict') return refused({ kind: 'slot-taken', alternatives: [] });
        // What is part of more is tried again as a whole, by whoever asked.
        if (failure === 'fault' || this.database.isPart) throw error;
        isUncertain ||= error instanceof CommitLost;
        if (attempt === TRIES) {
          return refused({ kind: 'unavailable', retryAfterSeconds: 5, isUncertain });
        }
        await pause(attempt);
      }
    }
  }

  private async attempt<T extends object>(
    write: ClaimedWrite<T>,
  ): Promise<Outcome<Written<T>, BookingProblem>> {
    const progress = { isComplete: false };
    try {
      return await this.database.write(async (entities) => {
        const outcome = await this.claimAndWork(entities, write);
        progress.isComplete = true;
        return outcome;
      });
    } catch (error) {
      throw progress.isComplete
        ? new CommitLost('COMMIT was not answered', { cause: error })
        : error;
    }
  }

  private async claimAndWork<T extends object>(
    entities: EntityManager,
    write: ClaimedWrite<T>,
  ): Promise<Outcome<Written<T>, BookingProblem>> {
    await entities.execute(LIMIT_WAITING);
    const claimed = await this.idempotency.claim<T>(entities, write.hostId, write.claim);
    if (claimed.kind === 'conflict') throw new Refusal({ kind: 'idempotency-conflict' });
    if (claimed.kind === 'waiting') throw new Refusal({ kind: 'idempotency-waiting' });
    if (claimed.kind === 'replay') {
      return { ok: true, value: { value: claimed.answer, isReplay: true } };
    }
    const { now, blocksSomebody } = await this.lockHosts(entities, write);
    for (const hostId of hostsOf(write)) await this.lapses.settle({ entities, now }, hostId);
    const outcome = await write.work({ entities, now, blocksSomebody });
    if (!outcome.ok) throw new Refusal(outcome.problem);
    await this.idempotency.keepAnswer(entities, claimed.id, outcome.value);
    return { ok: true, value: { value: outcome.value, isReplay: false } };
  }

  private async lockHosts(
    entities: EntityManager,
    write: HostsOfWrite,
  ): Promise<Omit<WriteTurn, 'entities'>> {
    const ids = hostsOf(write);
    const rows = await entities.execute<LockedHost[]>(LOCK_HOSTS, [ids.join(',')]);
    const host = rows.find(({ id }) => id === write.hostId);
    if (!host || rows.length < ids.length) throw new Refusal({ kind: 'not-found' });
    const { now, blocksSomebody } = host;
    return { blocksSomebody, now: this.clock.inTransaction(now) };
  }
}

type ClaimedWrite<T extends object> = BookingWrite<T> & { readonly claim: IdempotencyClaim };

/** A key that nobody else has. */
const ownClaim = (hostId: string): IdempotencyClaim => ({
  ...{ scopeId: hostId, key: keyFrom('own', newToken()), fingerprint: '' },
});

type HostsOfWrite = Pick<BookingWrite<object>, 'hostId' | 'otherHostId'>;

const hostsOf = ({ hostId, otherHostId }: HostsOfWrite): readonly string[] =>
  otherHostId ? [hostId, otherHostId] : [hostId];

/** NO KEY UPDATE leaves room for the foreign-key checks of other tables. */
const LOCK_HOSTS = `
  select id, (extract(epoch from clock_timestamp()) * 1000)::float8 as now,
         exists (select from blocked_person b where b.host_id = host.id) as "blocksSomebody"
    from host where id = any(string_to_array(?, ',')::uuid[]) order by id for no key update`;

interface LockedHost {
  readonly id: string;
  readonly now: number;
  readonly blocksSomebody: boolean;
}

/** Carries an expected refusal out of the transaction, which rolls back. */
class Refusal extends Error {
  constructor(readonly problem: BookingProblem) {
    super(problem.kind);
  }
}

/** Everything was done but the COMMIT, which may have been done too. The cause says what failed. */
class CommitLost extends Error {}

/** Waits a little longer each time, at random, so that rivals do not meet again. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, attempt * 40 * (1 + Math.random())));
}
