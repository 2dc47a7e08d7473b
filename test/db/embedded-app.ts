import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { runningServer } from '../../src/database/embedded-postgres/running-server.js';
import { stopServer } from '../../src/database/embedded-postgres/server-process.js';

/** A product in a process of its own, on a data folder, to be killed. */
export interface EmbeddedApp {
  readonly process: ChildProcess;
  /** What it printed: where the database is, or why it refused. */
  readonly answer: { readonly url?: string; readonly code?: string; readonly message?: string };
  kill(signal: NodeJS.Signals): Promise<void>;
}

const script = fileURLToPath(new URL('embedded-process.mjs', import.meta.url));

/** `systemFolder` and `user` matter to tests that run as root. */
interface AppPlace {
  readonly dataDir: string;
  readonly systemFolder?: string;
  readonly user?: { readonly uid: number; readonly gid: number };
}

async function startApp(place: AppPlace): Promise<EmbeddedApp> {
  const { dataDir, systemFolder, user } = place;
  const child = spawn(
    process.execPath,
    [script, dataDir, ...(systemFolder ? [systemFolder] : [])],
    { ...user, cwd: '/', stdio: ['ignore', 'pipe', 'ignore'], detached: true },
  );
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const exited = once(child, 'exit');
  return {
    process: child,
    answer: JSON.parse(line),
    async kill(signal) {
      child.kill(signal);
      await exited;
    },
  };
}

/** A folder that the server's account can reach, removed with whatever still runs in it. */
export interface Scratch {
  readonly path: string;
  /** A product on this folder, or on the one given. */
  startApp(place?: Partial<AppPlace>): Promise<EmbeddedApp>;
  remove(): Promise<void>;
}

/** Empty, or with the files of a database that is at rest: copying is faster than making one. */
export function scratchFolder(made?: Scratch): Scratch {
  const path = mkdtempSync(join(tmpdir(), 'vis-a-vis-embedded-'));
  if (made) execFileSync('cp', ['-a', `${made.path}/.`, path]);
  const apps: EmbeddedApp[] = [];
  chmodSync(path, 0o755);
  return {
    path,
    async startApp(place) {
      const app = await startApp({ dataDir: path, ...place });
      apps.push(app);
      return app;
    },
    async remove() {
      for (const app of apps) app.process.kill('SIGKILL');
      const server = runningServer(serverData(path));
      if (server) await stopServer(server.pid);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export const serverData = (dataDir: string): string => join(dataDir, 'postgres', 'data');
