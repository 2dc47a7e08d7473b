import { setTimeout as wait } from 'node:timers/promises';
import { reasonOf } from '../../config/system-error.js';
import { say } from '../../language/say.js';
import type { Cluster } from './cluster.js';
import { openCluster, type ClusterPlace } from './cluster-place.js';
import { launch, relock, type Launched } from './launch.js';
import { addressOf } from './server-connection.js';
import { changeRecord } from './server-record.js';
import { stopServer, type ServerSettings } from './server-process.js';

/** Where the server says what happens to it. Nest's Logger is one. */
export interface ServerLog {
  log(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface EmbeddedOptions extends ClusterPlace {
  readonly log: ServerLog;
  readonly settings?: ServerSettings;
}

/** A PostgreSQL that lives and ends with the product. */
export interface EmbeddedPostgres {
  /** The product's database; stays the same when the server had to be restarted. */
  readonly url: string;
  /** Shuts the server down. To be called last, when nobody needs the database any more. */
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Starts PostgreSQL on the data folder and keeps it running: a server that crashes is started again
 * on the same port. A server that an earlier run left behind is stopped first; nothing is lost.
 * @throws StartRefused with a sentence: `already-running` when a living product owns the folder,
 * `disk-full`, `database-lost`, `database-version`, `database-start` and others.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(options);
  const launched = await launch(cluster, { ...options, port: cluster.port, mayMove: true });
  if (launched.port !== cluster.port) changeRecord(cluster.dataDir, { port: launched.port });
  return new Supervisor(cluster, options, launched);
}

class Supervisor implements EmbeddedPostgres {
  readonly url: string;
  private readonly ended = new AbortController();
  private readonly watching: Promise<void>;
  private current: Launched;

  constructor(
    private readonly cluster: Cluster,
    private readonly options: EmbeddedOptions,
    launched: Launched,
  ) {
    this.current = launched;
    this.url = addressOf(cluster, launched.port);
    this.watching = this.watch();
  }

  async stop(): Promise<void> {
    this.ended.abort();
    await this.watching;
    // Not awaited: a server that hangs would not say goodbye.
    void this.current.lock.release();
    const { server } = this.current;
    if (!server.hasExited()) await stopServer(server.pid);
  }

  /** Brings the server, or the lock that a crash of its processes took along, back again. */
  private async watch(): Promise<void> {
    const isOver = () => this.ended.signal.aborted;
    const over = new Promise<void>((resolve) => {
      this.ended.signal.addEventListener('abort', () => resolve());
    });
    while (!isOver()) {
      await Promise.race([over, this.current.lock.lost, this.current.server.exited]);
      if (!isOver()) await this.recover(isOver);
    }
  }

  private async recover(isOver: () => boolean): Promise<void> {
    const { log } = this.options;
    log.error(say('start:database.crashed'));
    for (let pause = FIRST_PAUSE_MS; !isOver(); pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        this.current = await this.bringBack(isOver);
        log.log(say('start:database.recovered'));
        return;
      } catch (fault) {
        const why = reasonOf(fault);
        log.error(say('start:database.retrying', { why, seconds: Math.ceil(pause / 1_000) }));
        await wait(pause, undefined, { signal: this.ended.signal }).catch(() => undefined);
      }
    }
  }

  private bringBack(isOver: () => boolean): Promise<Launched> {
    // A crash of one process makes the server drop all connections and go on.
    if (!this.current.server.hasExited()) return relock(this.cluster, this.current);
    const { port } = this.current;
    return launch(this.cluster, { ...this.options, port, mayMove: false, isOver });
  }
}
