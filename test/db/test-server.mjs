import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { withTypeScript } from './typescript-hooks.mjs';

const PREFIX = 'vis-a-vis-test-';

// What is lost with the machine may be lost: these databases live for one run.
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: 300,
  log_min_messages: 'panic',
};

/**
 * One PostgreSQL for the run (TEST_DATABASE_URL names another), with a template database that has
 * every migration and the tables of the job queue.
 */
export async function startTestServer() {
  const hooks = withTypeScript();
  try {
    const given = process.env.TEST_DATABASE_URL;
    const server = given ? outsideServer(given) : await embeddedServer();
    try {
      const template = `template_${process.pid}`;
      await makeTemplate(server.url, template);
      process.env.TEST_SERVER_URL = server.url;
      process.env.TEST_TEMPLATE = template;
      return { stop: () => server.stop(template) };
    } catch (fault) {
      await server.stop();
      throw fault;
    }
  } finally {
    hooks.deregister();
  }
}

function outsideServer(url) {
  return { url, stop: (template) => template && run(url, `drop database if exists ${template}`) };
}

async function embeddedServer() {
  const source = '../../src/database/embedded-postgres';
  const { startEmbeddedPostgres } = await import(`${source}/embedded-postgres.ts`);
  await removeLeftovers(source);
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o711);
  const log = { log() {}, warn: console.warn, error: console.error };
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    systemFolder: join(folder, 'system'),
    log,
    settings,
  });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A run that was killed leaves its server behind. */
async function removeLeftovers(source) {
  const { isAlive, runningServer } = await import(`${source}/running-server.ts`);
  const { stopServer } = await import(`${source}/server-process.ts`);
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    const uid = statSync(folder, { throwIfNoEntry: false })?.uid;
    if (!pid || isAlive(pid) || uid !== process.getuid?.()) continue;
    const server = runningServer(join(folder, 'data', 'postgres', 'data'));
    if (server) await stopServer(server.pid);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeTemplate(url, template) {
  const { MikroORM } = await import('@mikro-orm/postgresql');
  const { getConstructionPlans } = await import('pg-boss');
  const { databaseConfig } = await import('../../src/database/mikro-orm.config.ts');
  await run(url, `drop database if exists ${template}`);
  await run(url, `create database ${template}`);
  const address = new URL(url);
  address.pathname = template;
  const orm = await MikroORM.init(databaseConfig({ url: address.href }));
  await orm.migrator.up();
  await orm.close(true);
  await run(address.href, getConstructionPlans('pgboss'));
}

async function run(url, sql) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}
