import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { say } from '../../src/language/say.js';
import { createTestDatabase, type TestDatabase } from '../db/test-database.js';
import { Desk } from '../process/desk.js';
import { freePort, ProductProcess } from '../process/product-process.js';
import type { Stand } from './attempt.js';
import type { Asker } from './standing.js';

/** Two processes of the product on one database. */
export class RaceArena implements Asker {
  /** Where somebody turns to, one process and the other. */
  readonly stands: readonly [Stand, Stand];
  private readonly connections: Pool;
  private hosts = 0;
  private wishes = 0;

  private constructor(
    private readonly database: TestDatabase,
    private readonly products: readonly [ProductProcess, ProductProcess],
    private readonly dataDir: string,
  ) {
    const [one, other] = products;
    this.stands = [standOf(one), standOf(other)];
    this.connections = new Pool({ connectionString: database.url, max: 4 });
    this.connections.on('error', () => undefined);
  }

  static async open(): Promise<RaceArena> {
    const database = await createTestDatabase();
    const dataDir = mkdtempSync(join(tmpdir(), 'vis-a-vis-races-'));
    const environment = {
      DATA_DIR: dataDir,
      ...{ DATABASE_URL: database.url, APP_SECRET: `k1:${randomBytes(32).toString('base64')}` },
      ...{
        APP_URL: `http://localhost:${String(await freePort())}`,
        DEMO: 'off',
        LOG_LEVEL: 'error',
      },
    };
    const start = () => ProductProcess.start(environment);
    return new RaceArena(database, await Promise.all([start(), start()]), dataDir);
  }

  /** The name of somebody new; the seed says which round to repeat when they complain. */
  newcomer(seed: number): string {
    this.hosts += 1;
    return `host${this.hosts}-${seed}`;
  }

  /** A key that nobody has used yet. */
  key(): string {
    this.wishes += 1;
    return `wish-${this.wishes}`;
  }

  /** What is stored, over connections that stay open: it is asked often. */
  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.connections.query(sql, [...values])).rows as Row[];
  }

  /** Everything that the processes complained of, a line each. */
  complaints(): string[] {
    // Said at the start by a machine that is busy with other tests.
    const waiting = say('start:unfit.waiting', { seconds: 30 });
    const lines = this.products.flatMap(({ log }) => log.split('\n'));
    return lines.filter((line) => line !== '' && line !== waiting);
  }

  async close(): Promise<void> {
    await Promise.all(this.products.map((product) => product.stop()));
    await this.connections.end();
    await this.database.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

const standOf = (product: ProductProcess): Stand => ({
  url: product.url,
  desk: new Desk(product),
});
