import { Env } from '../../src/config/env.js';

const secret = `test:${Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64')}`;

/** The environment of a product on a test database; `more` adds or replaces variables. */
export function testEnv(databaseUrl: string, more: Readonly<Record<string, string>> = {}): Env {
  return Env.from({
    DATABASE_URL: databaseUrl,
    APP_SECRET: secret,
    CONSOLE: '0',
    DEFAULT_TIME_ZONE: 'Europe/Berlin',
    ...more,
  });
}
