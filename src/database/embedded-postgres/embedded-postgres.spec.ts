import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { scratchFolder, serverData, type Scratch } from '../../../test/db/embedded-app.js';
import { databaseConfig } from '../mikro-orm.config.js';
import { withSession } from '../session.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { isAlive, runningServer } from './running-server.js';
import { serverUser } from './server-user.js';

let scratch: Scratch;
let said: string[];
let started: EmbeddedPostgres[];

const note = (message: string): void => void said.push(message);
const log = { log: note, warn: note, error: note };

let made: Scratch;
beforeAll(async () => {
  made = scratchFolder();
  const server = await startEmbeddedPostgres({ dataDir: made.path, log });
  await run(server.url, 'create table kept as select 7 as number');
  await server.stop();
});
afterAll(() => made.remove());

beforeEach(() => {
  scratch = scratchFolder(made);
  said = [];
  started = [];
});

afterEach(async () => {
  for (const server of started) await server.stop();
  await scratch.remove();
});

async function start(): Promise<EmbeddedPostgres> {
  const systemFolder = join(scratch.path, 'system');
  const server = await startEmbeddedPostgres({ dataDir: scratch.path, systemFolder, log });
  started.push(server);
  return server;
}

const run = (url: string, sql: string): Promise<readonly Record<string, unknown>[]> =>
  withSession(url, (session) => session.ask(sql));

/** Repeats until it works: the server may be coming back. */
async function eventually<T>(work: () => T | Promise<T>): Promise<T> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    try {
      return await work();
    } catch (fault) {
      if (performance.now() > deadline) throw fault;
      await wait(100);
    }
  }
}

function serverPid(): number {
  const server = runningServer(serverData(scratch.path));
  if (!server) throw new Error('No server runs.');
  return server.pid;
}

describe('the embedded database', () => {
  it('listens on the loopback address, to those who have the password', async () => {
    const { url } = await start();
    const [facts] = await run(
      url,
      `select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
              current_setting('server_encoding') as encoding, lower('Ä') as lower`,
    );
    expect(facts).toEqual({ listens: '127.0.0.1', fsync: 'on', encoding: 'UTF8', lower: 'ä' });
    const without = new URL(url);
    without.password = 'wrong';
    await expect(run(without.href, 'select')).rejects.toMatchObject({ code: '28P01' });
  });

  it('keeps its rows and its address from one start to the next', async () => {
    const first = await start();
    await run(first.url, 'update kept set number = 8');
    await first.stop();
    expect(runningServer(serverData(scratch.path))).toBeNull();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await run(second.url, 'select number from kept')).toEqual([{ number: 8 }]);
  });

  it('is found again after the product was killed, with every row', async () => {
    const app = await scratch.startApp();
    await run(app.answer.url!, 'update kept set number = 9');
    await app.kill('SIGKILL');
    const orphan = serverPid();
    const { url } = await start();
    expect(isAlive(orphan)).toBe(false);
    expect(said.join()).toContain('An earlier run left its database server behind');
    expect(await run(url, 'select number from kept')).toEqual([{ number: 9 }]);
  });

  it('recovers after product and server were killed together', async () => {
    const app = await scratch.startApp();
    await run(app.answer.url!, 'update kept set number = 9');
    const server = serverPid();
    process.kill(app.process.pid!, 'SIGSTOP');
    process.kill(server, 'SIGKILL');
    await app.kill('SIGKILL');
    expect(existsSync(join(serverData(scratch.path), 'postmaster.pid'))).toBe(true);
    const { url } = await start();
    expect(await run(url, 'select number from kept')).toEqual([{ number: 9 }]);
  });

  it('starts although the process id in a stale lock file is another program now', async () => {
    const first = await start();
    const lockFile = join(serverData(scratch.path), 'postmaster.pid');
    const lock = readFileSync(lockFile, 'utf8');
    await first.stop();
    const other = spawn('sleep', ['60'], { ...serverUser(), stdio: 'ignore' });
    try {
      writeFileSync(lockFile, lock.replace(/^\d+/, String(other.pid)));
      const { url } = await start();
      expect(await run(url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(isAlive(other.pid!)).toBe(true);
    } finally {
      other.kill();
    }
  });

  it('has one living owner: the second is refused and the first goes on', async () => {
    const first = await start();
    await expect(start()).rejects.toMatchObject({
      code: 'already-running',
      sentences: [expect.stringContaining(`already running on the data folder ${scratch.path}`)],
    });
    expect(await run(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('of two first starts at once lets one live', async () => {
    const empty = join(scratch.path, 'empty');
    const [one, other] = await Promise.all([
      scratch.startApp({ dataDir: empty }),
      scratch.startApp({ dataDir: empty }),
    ]);
    const answers = [one.answer.code, other.answer.code];
    expect(answers).toContain('already-running');
    expect(answers).toContain(undefined);
    await (one.answer.url ? one : other).kill('SIGTERM');
  });

  it('comes back at the same address after a crash, under the eyes of a living pool', async () => {
    const { url } = await start();
    const orm = await MikroORM.init({
      ...databaseConfig({ url }),
      entities: [],
      entitiesTs: [],
      discovery: { warnWhenNoEntities: false },
    });
    try {
      const ask = () => orm.em.getConnection().execute('select 1 as one');
      expect(await ask()).toEqual([{ one: 1 }]);
      const crashed = serverPid();
      process.kill(crashed, 'SIGKILL');
      await eventually(() => expect(serverPid()).not.toBe(crashed));
      expect(await eventually(ask)).toEqual([{ one: 1 }]);
      expect(isAlive(crashed)).toBe(false);
    } finally {
      await orm.close(true);
    }
  });

  it('owns the folder again after the server restarted its processes', async () => {
    const { url } = await start();
    await run(
      url,
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vis-a-vis owner'",
    );
    await eventually(async () => {
      const held = await run(url, `select from pg_locks where locktype = 'advisory' and granted`);
      if (held.length === 0) throw new Error('The lock is not back.');
    });
    await expect(start()).rejects.toMatchObject({ code: 'already-running' });
  });

  it('makes anew what a killed start left half made', async () => {
    const record = join(scratch.path, 'database.json');
    writeFileSync(record, readFileSync(record, 'utf8').replace('true', 'false'));
    rmSync(serverData(scratch.path), { recursive: true });
    const half = join(scratch.path, 'postgres', 'making-4194304-half');
    mkdirSync(half);
    writeFileSync(join(half, 'PG_VERSION'), '18\n');
    const { url } = await start();
    expect(await run(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(half)).toBe(false);
  });

  it('does not begin anew in silence when its files are gone', async () => {
    rmSync(serverData(scratch.path), { recursive: true });
    await expect(start()).rejects.toMatchObject({ code: 'database-lost' });
  });

  it('does not touch files that another PostgreSQL made', async () => {
    writeFileSync(join(serverData(scratch.path), 'PG_VERSION'), '16\n');
    await expect(start()).rejects.toMatchObject({ code: 'database-version' });
  });

  it('says where its record is when that cannot be read', async () => {
    writeFileSync(join(scratch.path, 'database.json'), '{');
    await expect(start()).rejects.toMatchObject({ code: 'database-record' });
  });

  it('moves to another port when its own is taken at the start', async () => {
    const record = readFileSync(join(scratch.path, 'database.json'), 'utf8');
    const port = String(/"port": (\d+)/.exec(record)?.[1]);
    const squatter = createServer().listen(Number(port), '127.0.0.1');
    await once(squatter, 'listening');
    try {
      const second = await start();
      expect(new URL(second.url).port).not.toBe(port);
      expect(await run(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      squatter.close();
    }
  });

  it('ends with a product that ends without stopping it', async () => {
    const app = await scratch.startApp();
    const server = serverPid();
    await app.kill('SIGUSR2');
    await eventually(() => expect(isAlive(server)).toBe(false));
  });

  it('does not hear Ctrl-C: it lives in a process group of its own', async () => {
    const app = await scratch.startApp();
    process.kill(-app.process.pid!, 'SIGINT');
    expect(await run(app.answer.url!, 'select 1 as one')).toEqual([{ one: 1 }]);
    await app.kill('SIGTERM');
    expect(runningServer(serverData(scratch.path))).toBeNull();
  });
});
