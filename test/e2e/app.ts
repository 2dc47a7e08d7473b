import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { Env } from '../../src/config/env.js';
import { Clock } from '../../src/shared/clock.js';
import { httpAdapter, prepareHttp } from '../../src/shared/http/http-server.js';
import { createTestDatabase, type TestDatabase } from '../db/test-database.js';
import { FixedClock } from '../fakes/fixed-clock.js';
import { type Answer, type Asked, ask } from './ask.js';

/** The whole product on a free port of this machine, over a database of its own. */
export interface TestApp {
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  readonly nest: NestFastifyApplication;
  readonly clock: FixedClock;
  readonly database: TestDatabase;
  /** Where it keeps files, mail among them. */
  readonly dataDir: string;
  /** Every route of the router, as it was registered. */
  readonly routes: readonly AppRoute[];
  ask(asked: Asked): Promise<Answer>;
  stop(): Promise<void>;
}

export interface AppRoute {
  readonly method: string;
  /** `/b/:uid`. */
  readonly path: string;
}

export interface TestAppOptions {
  /** An instant like `2027-03-01T08:00:00Z`. */
  readonly now?: string;
  /** Variables beside those a test needs anyway. */
  readonly environment?: Readonly<Record<string, string>>;
  /** To run a second process' worth of product on the same database, which its maker drops. */
  readonly database?: TestDatabase;
}

/** A Monday, far from any change of the clocks. */
export const MONDAY_MORNING = '2027-02-01T07:00:00Z';

const secret = `k1:${randomBytes(32).toString('base64')}`;

export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const clock = new FixedClock(options.now ?? MONDAY_MORNING);
  const dataDir = mkdtempSync(join(tmpdir(), 'vis-a-vis-app-'));
  const env = Env.from({
    ...{ DATABASE_URL: database.url, APP_SECRET: secret, APP_URL: 'https://book.example.com' },
    ...{ DATA_DIR: dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'silent', CONSOLE: 'off', DEMO: 'off' },
    ...options.environment,
  });
  const testing = await Test.createTestingModule({ imports: [AppModule.with(env)] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const nest = testing.createNestApplication<NestFastifyApplication>(httpAdapter(env), {
    bodyParser: false,
    logger: false,
  });
  const routes: AppRoute[] = [];
  const server = nest.getHttpAdapter().getInstance();
  server.addHook('onRoute', ({ method, url: path }) => {
    for (const one of [method].flat()) routes.push({ method: one, path });
  });
  await prepareHttp(nest, env);
  await nest.listen(0, '127.0.0.1');
  const url = (await nest.getUrl()).replace(/\/$/, '');
  return {
    ...{ url, nest, clock, database, dataDir, routes },
    ask: (asked) => ask(url, asked),
    async stop() {
      await nest.close();
      rmSync(dataDir, { recursive: true, force: true });
      if (!options.database) await database.drop();
    },
  };
}
