import { setTimeout as wait } from 'node:timers/promises';
import { say } from '../language/say.js';
import { hasCode, reasonOf } from '../config/system-error.js';
import type { Env } from '../config/env.js';
import { StartRefused } from '../config/start.errors.js';
import { startNotice } from '../config/start-notice.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type ServerLog,
} from './embedded-postgres/embedded-postgres.js';
import { migrate, migrationState } from './migrate.js';
import { postgresFailure } from './postgres-failure.js';
import { hasOverlapConstraint, unfitness, untriedVersion } from './server-fitness.js';
import { withSession, type Session } from './session.js';

/** A database that is fit to take bookings. */
export class OpenDatabase {
  constructor(
    private readonly server: Pick<EmbeddedPostgres, 'url' | 'stop'>,
    /** The migrations it must have for as long as this process serves. */
    readonly migrations: readonly string[],
  ) {}

  get url(): string {
    return this.server.url;
  }

  /** Ends an embedded server; leaves an outside one alone. To be called last. */
  stop(): Promise<void> {
    return this.server.stop();
  }
}

/** Another container may start its database at the same time as this product. */
const PATIENCE_MS = 30_000;
/** Whoever waits for longer than this wants to know for what; a busy machine may take a second. */
const SILENCE_MS = 2_000;

/**
 * Starts or finds the database, judges it, and brings it up to date.
 * @throws StartRefused with one sentence that says what to do; an embedded server is stopped then.
 */
export async function openDatabase(env: Env, log: ServerLog): Promise<OpenDatabase> {
  const server = env.databaseUrl
    ? { url: env.databaseUrl, stop: () => Promise.resolve() }
    : await startEmbeddedPostgres({ dataDir: env.dataDir, log });
  try {
    const { migrateOnStart } = env;
    const migrations = await prepare(server.url, { log, migrateOnStart, notice: startNotice });
    return new OpenDatabase(server, migrations);
  } catch (fault) {
    await server.stop();
    throw fault;
  }
}

interface Preparation {
  readonly log: ServerLog;
  readonly migrateOnStart: boolean;
  /** Tells whoever waits, at once: what is logged now is shown once the product has started. */
  readonly notice: (sentence: string) => void;
  /** How long a server may keep its first answer back. */
  readonly patienceMs?: number;
}

/** Judges the server, migrates, and answers the names of the migrations that are in place. */
export async function prepare(url: string, how: Preparation): Promise<readonly string[]> {
  await whenReachable(url, how, async (session) => {
    const refusal = await unfitness(session);
    if (refusal) throw refusal;
    const major = await untriedVersion(session);
    if (major !== null) how.log.warn(say('start:unfit.untried', { major }));
  });
  if (how.migrateOnStart) await migrate(url);
  const { known, pending } = await migrationState(url);
  if (pending.length > 0) {
    const sentence = say('start:unfit.pending', { count: pending.length });
    throw new StartRefused('migrations-pending', [sentence]);
  }
  if (!(await withSession(url, hasOverlapConstraint))) {
    throw new StartRefused('constraint-missing', [say('start:unfit.constraint')]);
  }
  return known;
}

async function whenReachable(
  url: string,
  { notice, patienceMs = PATIENCE_MS }: Preparation,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  const seconds = Math.ceil(patienceMs / 1_000);
  let isTold = false;
  const tell = () => {
    if (!isTold) notice(say('start:unfit.waiting', { seconds }));
    isTold = true;
  };
  const silence = setTimeout(tell, SILENCE_MS);
  try {
    for (;;) {
      try {
        await withSession(url, work);
        return;
      } catch (fault) {
        if (fault instanceof StartRefused) throw fault;
        const isPassing = postgresFailure(fault) === 'again';
        if (!isPassing || performance.now() > deadline) throw unreachable(fault);
        tell();
      }
      await wait(500);
    }
  } finally {
    clearTimeout(silence);
  }
}

function unreachable(cause: unknown): StartRefused {
  const sentence = hasCode(cause, '3D000')
    ? say('start:unfit.noDatabase')
    : hasCode(cause, '28P01') || hasCode(cause, '28000')
      ? say('start:unfit.noEntry')
      : say('start:unfit.unreachable', { why: reasonOf(cause) });
  return new StartRefused('database-unreachable', [sentence], { cause });
}
