import { randomBytes } from 'node:crypto';
import type { MikroORM as Orm } from '@mikro-orm/core';
import { MikroORM, type PostgreSqlDriver } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { databaseConfig } from '../../src/database/mikro-orm.config.js';

/** A database of its own for one spec file, cloned from the migrated template. */
export interface TestDatabase {
  readonly url: string;
  /** The whole ORM, opened once. */
  orm(): Promise<Orm<PostgreSqlDriver>>;
  /** One statement over a connection of its own. */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Closes what was opened and removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** 55006: somebody else is cloning the template at this moment. */
const BUSY = '55006';

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await clone(name);
  const url = addressOf(name);
  let orm: Promise<Orm<PostgreSqlDriver>> | undefined;
  return {
    url,
    orm: () => (orm ??= MikroORM.init(databaseConfig({ url, poolSize: 10 }))),
    query: (sql, values = []) => runOn(url, sql, values),
    async drop() {
      await (await orm)?.close(true);
      await runOn(serverUrl(), `drop database if exists ${name} with (force)`);
    },
  };
}

async function clone(name: string, triesLeft = 100): Promise<void> {
  try {
    await runOn(serverUrl(), `create database ${name} template ${fromSetup('TEST_TEMPLATE')}`);
  } catch (fault) {
    const isBusy = fault instanceof Error && 'code' in fault && fault.code === BUSY;
    if (!isBusy || triesLeft === 0) throw fault;
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80));
    await clone(name, triesLeft - 1);
  }
}

async function runOn<Row>(url: string, sql: string, values: readonly unknown[] = []) {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(sql, [...values]);
    return rows as Row[];
  } finally {
    await client.end();
  }
}

function addressOf(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = name;
  return url.href;
}

const serverUrl = (): string => fromSetup('TEST_SERVER_URL');

function fromSetup(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is set by test/db/global-setup.mjs, which did not run.`);
  return value;
}
