import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../db/test-database.js';
import { ask } from '../e2e/ask.js';
import { freePort, ProductProcess } from '../process/product-process.js';
import { attempt, type Attempt, type Wish } from './attempt.js';
import type { Dice } from './dice.js';
import { type RaceHost, setUpHost } from './race-host.js';

const DAY = 86_400_000;

/** Two processes of the product on one database, and whoever wants something of them at once. */
export class RaceArena {
  private hosts = 0;
  private wishes = 0;

  private constructor(
    readonly database: TestDatabase,
    private readonly products: readonly [ProductProcess, ProductProcess],
    private readonly dataDir: string,
  ) {}

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

  /** Somebody new with a calendar for each of these `/schedule setup` flags, alerts in a channel. */
  async host(...calendars: readonly string[]): Promise<RaceHost> {
    this.hosts += 1;
    return setUpHost(this.products[0], `host${this.hosts}`, calendars);
  }

  /** The latest host gives a command, and is answered so. */
  async command(line: string, answer: string): Promise<void> {
    await this.products[0].type(line, answer);
  }

  /** The free starts of one day, between three days and a month ahead: `…Z`. */
  async starts(path: string, dice: Dice): Promise<string[]> {
    const date = new Date(Date.now() + dice.between(3, 30) * DAY).toISOString().slice(0, 10);
    return this.startsOn(path, date);
  }

  /** The free starts of a date, `YYYY-MM-DD`. */
  async startsOn(path: string, date: string): Promise<string[]> {
    const { url } = this.products[0];
    const { json } = await ask(url, { path: `${path}/slots?start=${date}&end=${date}` });
    const days: { readonly slots: readonly { readonly start: string }[] }[] = json.days;
    return days.flatMap(({ slots }) => slots.map(({ start }) => new Date(start).toISOString()));
  }

  /** A key that nobody has used yet. */
  key(): string {
    this.wishes += 1;
    return `wish-${this.wishes}`;
  }

  /** All at once, turn and turn about to one process and the other. */
  async rush(wishes: readonly Wish[]): Promise<Attempt[]> {
    return Promise.all(wishes.map((wish, index) => attempt(this.urlOf(index), wish)));
  }

  /** One after the other, turn and turn about to one process and the other. */
  async queue(wishes: readonly Wish[]): Promise<Attempt[]> {
    const tried: Attempt[] = [];
    for (const wish of wishes) tried.push(await attempt(this.urlOf(tried.length), wish));
    return tried;
  }

  /** Everything that the processes complained of, a line each. */
  complaints(): string[] {
    return this.products.flatMap(({ log }) => log.split('\n').filter((line) => line !== ''));
  }

  async close(): Promise<void> {
    await Promise.all(this.products.map((product) => product.stop()));
    await this.database.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private urlOf(index: number): string {
    const [first, second] = this.products;
    return index % 2 === 0 ? first.url : second.url;
  }
}
