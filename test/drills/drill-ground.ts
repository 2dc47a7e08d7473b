import { execFileSync } from 'node:child_process';
import { Client } from 'pg';
import { runningServer } from '../../src/database/embedded-postgres/running-server.js';
import { readRecord } from '../../src/database/embedded-postgres/server-record.js';
import { ask } from '../e2e/ask.js';
import { type Scratch, scratchFolder, serverData } from '../db/embedded-app.js';
import { Desk } from '../process/desk.js';
import { freePort, ProductProcess } from '../process/product-process.js';
import type { Dice } from '../races/dice.js';
import { setUpHost } from '../races/race-host.js';
import type { Asker } from '../races/standing.js';
import type { Choice } from './load.js';

const DAY = 86_400_000;

/** A product with its own database in a folder of its own, and everything that can kill it. */
export class DrillGround implements Asker {
  private readonly runs: ProductProcess[] = [];

  private constructor(
    private readonly folder: Scratch,
    private readonly port: string,
  ) {}

  /** Started, with two hosts whose alerts go to a channel. */
  static async open(): Promise<DrillGround> {
    const ground = new DrillGround(scratchFolder(), String(await freePort()));
    await ground.start();
    const desk = new Desk(ground.product);
    for (const host of HOSTS) {
      await setUpHost(desk, host, ['--duration 30 --step 15 --buffer-after 10']);
    }
    return ground;
  }

  get product(): ProductProcess {
    const product = this.runs.at(-1);
    if (!product) throw new Error('The product was not started.');
    return product;
  }

  /** What all runs of the product have shown, oldest first. */
  get screens(): string {
    return this.runs.map(({ screen }) => screen).join('\n');
  }

  get log(): string {
    return this.runs.map(({ log }) => log).join('\n');
  }

  /** The product anew on the same folder and port. */
  async start(): Promise<void> {
    const environment = { DATA_DIR: this.folder.path, DEMO: 'off', PORT: this.port };
    // Ends with its input, which is to say with the run that started it, however that ends.
    this.runs.push(await ProductProcess.start({ ...environment, CONSOLE: 'on' }));
  }

  /** What guests choose from: some free starts of both hosts, few enough to fight for. */
  async choices(dice: Dice): Promise<Choice[]> {
    const date = (ahead: number) => new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10);
    return Promise.all(
      HOSTS.map(async (host) => {
        const path = `/api/v1/calendars/${host}/talk-1`;
        const query = `start=${date(2)}&end=${date(40)}`;
        const { json } = await ask(this.product.url, { path: `${path}/slots?${query}` });
        const days: { readonly slots: readonly { readonly start: string }[] }[] = json.days;
        const starts = days.flatMap(({ slots }) => slots.map(({ start }) => start));
        const some = dice.draw(starts, 150);
        return { path, starts: some.map((start) => new Date(start).toISOString()) };
      }),
    );
  }

  /** The server's first process and all that it started. */
  postgres(): readonly [server: number, ...children: number[]] {
    const server = runningServer(serverData(this.folder.path));
    if (!server) throw new Error('The database does not run.');
    const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    const rows = table.split('\n').map((row) => row.trim().split(/\s+/).map(Number));
    return [
      server.pid,
      ...rows.filter(([, parent]) => parent === server.pid).map(([pid = 0]) => pid),
    ];
  }

  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const record = readRecord(this.folder.path);
    const password = record?.password ?? '';
    const url = `postgres://vis_a_vis:${password}@127.0.0.1:${record?.port ?? 0}/vis_a_vis`;
    const client = new Client(url);
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql, [...values])).rows as Row[];
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    for (const run of this.runs) await run.stop();
    await this.folder.remove();
  }
}

export const HOSTS = ['ada', 'grace'];
