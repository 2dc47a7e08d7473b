import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { scratchFolder, serverData, type Scratch } from '../../../test/db/embedded-app.js';
import { withSession } from '../session.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { postgresBinaries } from './postgres-binaries.js';
import { runningServer } from './running-server.js';
import { canEnter, serverUser } from './server-user.js';

const installed = dirname(
  dirname(
    createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    ),
  ),
);
const account = serverUser();
const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };

let scratch: Scratch;
beforeEach(() => {
  scratch = scratchFolder();
});
afterEach(() => scratch.remove());

/** Runs as root only: elsewhere it is skipped and says so. */
const itAsRoot = account ? it : it.skip;
if (!account) process.stderr.write('Skipped: the accounts of the embedded database, not root.\n');

const count = async (url: string): Promise<number> =>
  withSession(url, async (session) => {
    await session.ask('create table if not exists starts (at timestamptz default now())');
    await session.ask('insert into starts default values');
    return (await session.ask('select from starts')).length;
  });

describe('the account that runs the embedded database', () => {
  itAsRoot('is never root', async () => {
    const server = await startEmbeddedPostgres({ dataDir: scratch.path, log: silent });
    try {
      const running = runningServer(serverData(scratch.path));
      expect(statSync(`/proc/${running!.pid}`).uid).toBe(account!.uid);
      expect(statSync(serverData(scratch.path)).mode & 0o777).toBe(0o700);
    } finally {
      await server.stop();
    }
  });

  itAsRoot('works below a folder that is closed to it, and finds its data again', async () => {
    const closed = join(scratch.path, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const packaged = join(closed, 'package');
    cpSync(installed, packaged, { recursive: true, verbatimSymlinks: true });
    const place = {
      dataDir: join(closed, 'data'),
      systemFolder: join(scratch.path, 'system'),
      packaged,
      log: silent,
    };
    for (const start of [1, 2]) {
      const server = await startEmbeddedPostgres(place);
      expect(await count(server.url)).toBe(start);
      await server.stop();
    }
    expect(existsSync(serverData(place.dataDir))).toBe(false);
    expect(readdirSync(place.systemFolder)).toHaveLength(2);
    // A data folder that was removed and made again does not wake the old database.
    rmSync(place.dataDir, { recursive: true });
    const anew = await startEmbeddedPostgres(place);
    expect(await count(anew.url)).toBe(1);
    await anew.stop();
  });

  itAsRoot('may be an ordinary user, who then needs nobody else', async () => {
    if (!canEnter(join(process.cwd(), 'src'), account)) {
      process.stderr.write('Skipped: the checkout is closed to ordinary users.\n');
      return;
    }
    chownSync(scratch.path, account!.uid, account!.gid);
    const app = await scratch.startApp({ user: account! });
    expect(app.answer).toHaveProperty('url');
    expect(statSync(join(scratch.path, 'database.json')).uid).toBe(account!.uid);
    await app.kill('SIGTERM');
    // Root may start it later: the files stay with their account.
    const server = await startEmbeddedPostgres({ dataDir: scratch.path, log: silent });
    expect(await count(server.url)).toBe(1);
    await server.stop();
    expect(statSync(serverData(scratch.path)).uid).toBe(account!.uid);
  });

  itAsRoot('is told when its files belong to somebody else', async () => {
    const server = await startEmbeddedPostgres({ dataDir: scratch.path, log: silent });
    await server.stop();
    chmodSync(join(scratch.path, 'database.json'), 0o644);
    const other = { uid: account!.uid - 1, gid: account!.gid };
    const app = await scratch.startApp({ user: other });
    expect(app.answer).toMatchObject({ code: 'database-access' });
  });
});

describe('the binaries', () => {
  it('are completed where install scripts did not run', () => {
    const packaged = join(scratch.path, 'package');
    cpSync(installed, packaged, { recursive: true, verbatimSymlinks: true });
    const library = join(packaged, 'native', 'lib');
    const links = readdirSync(library, { withFileTypes: true }).filter((entry) =>
      entry.isSymbolicLink(),
    );
    for (const { name } of links) rmSync(join(library, name));
    const { postgres, major } = postgresBinaries({ user: account, copies: scratch.path, packaged });
    expect(postgres).toBe(join(packaged, 'native', 'bin', 'postgres'));
    expect(major).toBe('18');
    for (const { name } of links) expect(existsSync(join(library, name))).toBe(true);
  });
});
