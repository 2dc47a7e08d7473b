import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProductProcess } from '../process/product-process.js';

const hasTerminal = spawnSync('script', ['--version']).status === 0;
if (!hasTerminal) {
  process.stdout.write('Skipped: a terminal needs the program “script” (util-linux).\n');
}
const inTerminal = hasTerminal ? describe : describe.skip;

let dataDir: string;
let product: ProductProcess | null = null;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'vis-a-vis-terminal-'));
});
afterEach(async () => {
  await product?.stop();
  product = null;
  await rm(dataDir, { recursive: true, force: true });
});

const start = async (
  environment: Readonly<Record<string, string>>,
  where: 'pipe' | 'terminal' = 'pipe',
): Promise<ProductProcess> => {
  product = await ProductProcess.start({ DATA_DIR: dataDir, ...environment }, where);
  return product;
};

const isAlive = ({ url }: ProductProcess): Promise<boolean> =>
  fetch(`${url}/health/live`).then(
    () => true,
    () => false,
  );

/** Whether the database of this data folder still runs. */
async function databaseRuns(): Promise<boolean> {
  const pid = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  if (pid === '') return false;
  try {
    return process.kill(Number(pid.split('\n')[0]), 0);
  } catch {
    return false;
  }
}

inTerminal('in a terminal', () => {
  it('shows a prompt and what is typed, and Ctrl-D stops the product and its database', async () => {
    const running = await start({ CONSOLE: '' }, 'terminal');
    const seen = await running.type('/schedule link', 'Next free times');
    expect(seen).toContain('▸ ');
    expect(seen).toContain('/schedule link');
    running.send('\u0004');
    expect(await running.ended()).toBe(0);
    expect(await databaseRuns()).toBe(false);
  }, 90_000);

  it('stops by Ctrl-C while a command runs', async () => {
    const running = await start({ CONSOLE: '' }, 'terminal');
    running.send('/schedule show\r\u0003');
    expect(await running.ended()).toBe(0);
    expect(await databaseRuns()).toBe(false);
  }, 90_000);

  it('stops by /quit', async () => {
    const running = await start({ CONSOLE: '' }, 'terminal');
    running.send('/quit\r');
    expect(await running.ended()).toBe(0);
  }, 90_000);
});

describe('piped', () => {
  it('a signal ends it once, in order, whatever the console does', async () => {
    const running = await start({ CONSOLE: '1' });
    // As npm does, when the signal reached its whole group.
    process.kill(running.pid, 'SIGTERM');
    while (await isAlive(running)) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await running.stop()).toBe(0);
    expect(await databaseRuns()).toBe(false);
  }, 90_000);

  it('nothing behind /quit is done', async () => {
    const running = await start({ CONSOLE: '1', DEMO: 'off' });
    running.send('/quit\n/schedule help\n');
    expect(await running.ended()).toBe(0);
    expect(running.screen).not.toContain('hours set');
  }, 90_000);

  it('goes on when nobody reads its output any more', async () => {
    const running = await start({ CONSOLE: 'keep' });
    running.stopReading();
    running.send('/schedule show\n/schedule show\n/schedule show\n');
    await running.untilLogged('Standard output is closed');
    const alive = await fetch(`${running.url}/health/live`);
    expect(alive.status).toBe(200);
    expect(await running.stop()).toBe(0);
  }, 90_000);

  it('answers the line under way before its database ends', async () => {
    const running = await start({ CONSOLE: 'keep', LOG_LEVEL: 'error' });
    running.send('/schedule show\n/schedule show\n/schedule show\n');
    expect(await running.stop()).toBe(0);
    expect(running.log).toBe('');
  }, 90_000);
});
