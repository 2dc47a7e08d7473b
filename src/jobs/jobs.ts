import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { fromKysely, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import { Database } from '../database/database.js';
import { DatabaseAddress } from '../database/database-address.js';
import { Postponed } from './postponed.js';

/** What one queue has before it. */
export interface Backlog {
  readonly name: string;
  /** To be done now, or being done. */
  readonly waiting: number;
  /** Failed before, and comes again later. */
  readonly retrying: number;
  /** Failed for the last time. */
  readonly failed: number;
  /** How long the oldest that is not over has been there; null when there is none. */
  readonly oldestSeconds: number | null;
}

/** One kind of thing that happens, and the shape of what is said about it. */
export interface JobEvent<T extends object> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
}

/** Who wants to know: each subscriber has a queue of its own, so that one cannot hold up another. */
export interface Subscription<T extends object> {
  readonly event: JobEvent<T>;
  readonly queue: string;
  readonly handle: (payload: T) => Promise<void>;
  /** Where the usual tries will not do. */
  readonly retries?: { readonly most: number; readonly longestGapSeconds: number };
}

/**
 * A failed job comes again after about 5 s, then later and later, at most an hour apart, for about
 * two days; one that was `Postponed` comes when it said. A worker gives a sign of life every 5 s; a
 * job without one for 10 s, because its process or the database died under it, is taken for failed by
 * whoever looks next.
 */
const QUEUE = {
  retryLimit: 60,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3_600,
  expireInSeconds: 60,
  heartbeatSeconds: 10,
  notify: true,
} as const;

/** How often somebody looks for jobs whose worker died, in seconds. */
const LOOK_EVERY = 10;

/** How soon a process learns what another one, of a newer release, subscribed; in milliseconds. */
const LEARN_EVERY = 30_000;

/** How many jobs of one queue run at once in this process. */
const CONCURRENCY = 4;

/**
 * Work that follows a change. It is published in the caller's own transaction, so that it is there
 * if and only if the change is, and it runs at least once: handlers must bear repetition.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap {
  /** A new job is announced at once. Only a retry that falls due has to be looked for. */
  protected readonly lookEverySeconds: number = 5;
  private readonly logger = new Logger(Jobs.name);
  private readonly boss: PgBoss;
  private readonly starters: (() => Promise<void>)[] = [];
  private readonly queues = new Set<string>();
  /** Queues by event. */
  private subscribers: ReadonlyMap<string, readonly { readonly name: string }[]> = new Map();
  private learning: NodeJS.Timeout | undefined;
  private isStarted = false;

  constructor(
    address: DatabaseAddress,
    private readonly database: Database,
  ) {
    this.boss = new PgBoss({
      connectionString: address.url,
      application_name: 'vis-a-vis jobs',
      max: 6,
      useListenNotify: true,
      schedule: false,
      monitorIntervalSeconds: LOOK_EVERY,
      superviseIntervalSeconds: LOOK_EVERY,
    });
    this.boss.on('error', (error) => this.logger.warn({ err: error }, 'The job queue stumbled.'));
  }

  /** To be called while modules initialise: subscriptions exist before the first request. */
  subscribe<T extends object>(subscription: Subscription<T>): void {
    this.starters.push(() => this.startWorker(subscription));
  }

  /** Inside the transaction of `entities`: rolls back with it. */
  async publish<T extends object>(
    entities: EntityManager,
    event: JobEvent<T>,
    payload: T,
  ): Promise<void> {
    const db = fromKysely(entities.getKysely());
    for (const { name } of this.subscribers.get(event.name) ?? [])
      await this.boss.send(name, payload, { db });
  }

  /**
   * The same, unless a job that says the same has yet to begin. What it is about has to be committed
   * already: that job may begin before the transaction of `entities` ends.
   */
  async publishUnlessWaiting<T extends object>(
    entities: EntityManager,
    event: JobEvent<T>,
    payload: T,
  ): Promise<void> {
    const said = [event.name, JSON.stringify(payload)];
    const waiting = await entities.execute<unknown[]>(IS_WAITING, said);
    if (waiting.length === 0) await this.publish(entities, event, payload);
  }

  get isReady(): boolean {
    return this.isStarted;
  }

  /** The queues in which something waits or was given up. */
  backlog(): Promise<readonly Backlog[]> {
    return this.database.read((entities) => entities.execute<Backlog[]>(BACKLOG));
  }

  /** Which of these bookings somebody who follows them has yet to hear something about. */
  async untold(bookingIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.read((entities) =>
      entities.execute<{ id: string }[]>(UNTOLD, [bookingIds.join(',')]),
    );
    return new Set(rows.map(({ id }) => id));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    for (const start of this.starters) await start();
    await this.learnSubscribers();
    this.learning = setInterval(() => {
      this.learnSubscribers().catch(() => undefined);
    }, LEARN_EVERY).unref();
    this.isStarted = true;
  }

  /** Waits until nothing is due, `longest` milliseconds at most; retries that are not due do not count. */
  async settle(longest: number): Promise<void> {
    const isOver = AbortSignal.timeout(longest);
    while (this.isStarted && !isOver.aborted && (await this.dueCount()) > 0)
      await setTimeout(SETTLE_STEP);
  }

  private async dueCount(): Promise<number> {
    const [row] = await this.database.read((entities) =>
      entities.execute<{ due: number }[]>(DUE, [[...this.queues].join(',')]),
    );
    return row?.due ?? 0;
  }

  /** Lets running jobs finish (at most 10 s); called before the database closes. */
  async stop(): Promise<void> {
    if (!this.isStarted) return;
    this.isStarted = false;
    clearInterval(this.learning);
    await this.boss.stop({ graceful: true, timeout: 10_000, close: true });
  }

  /**
   * All that any process subscribed, so that a publishing transaction need not ask. pg-boss' own
   * `publish` asks each time, over another connection.
   */
  private async learnSubscribers(): Promise<void> {
    const rows = await this.database.read((entities) =>
      entities.execute<{ event: string; name: string }[]>(SUBSCRIBERS),
    );
    this.subscribers = Map.groupBy(rows, ({ event }) => event);
  }

  private async startWorker<T extends object>(subscription: Subscription<T>): Promise<void> {
    const { event, queue, retries } = subscription;
    const options = {
      ...QUEUE,
      ...(retries && { retryLimit: retries.most, retryDelayMax: retries.longestGapSeconds }),
    };
    this.queues.add(queue);
    await this.boss.createQueue(queue, options);
    // A queue of an earlier release keeps what that release said.
    await this.boss.updateQueue(queue, options);
    await this.boss.subscribe(event.name, queue);
    for (let worker = 0; worker < CONCURRENCY; worker += 1) await this.work(subscription);
  }

  /** A worker that found something looks again at once: several jobs may share one announcement. */
  private async work<T extends object>(subscription: Subscription<T>): Promise<void> {
    const { event, queue, handle } = subscription;
    let worker = '';
    const polling = { notifyPollingIntervalSeconds: this.lookEverySeconds };
    worker = await this.boss.work(queue, polling, async (jobs) => {
      this.boss.notifyWorker(worker);
      for (const job of jobs) {
        const payload = event.schema.parse(job.data);
        await handle(payload).catch((error: unknown) => this.postpone(queue, payload, error));
      }
    });
  }

  /** As another job, so that none of its tries is used up. */
  private async postpone(queue: string, data: object, error: unknown): Promise<void> {
    if (!(error instanceof Postponed)) throw error;
    await this.boss.send(queue, data, { startAfter: Math.ceil(error.seconds) });
  }
}

const SETTLE_STEP = 25;

const SUBSCRIBERS = 'select event, name from pgboss.subscription';

const IS_WAITING = `
  select 1 from pgboss.job j join pgboss.subscription s on s.name = j.name
   where s.event = ? and j.state = 'created' and j.data = ?::jsonb
   limit 1`;

const DUE = `select count(*)::int as due from pgboss.job
              where name = any(string_to_array(?, ',')) and (state = 'active'
                 or (state in ('created', 'retry') and start_after <= now()))`;

const UNTOLD = `
  select distinct data ->> 'bookingId' as id from pgboss.job
   where state in ('created', 'active', 'retry')
     and data ->> 'bookingId' = any(string_to_array(?, ','))`;

const BACKLOG = `
  select name,
         count(*) filter (where state in ('created', 'active'))::int as waiting,
         count(*) filter (where state = 'retry')::int as retrying,
         count(*) filter (where state = 'failed')::int as failed,
         extract(epoch from now() - min(created_on) filter (where state <> 'failed'))::float8
           as "oldestSeconds"
    from pgboss.job where state in ('created', 'active', 'retry', 'failed')
   group by name order by name`;
