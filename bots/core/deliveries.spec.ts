import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/database/database.js';
import { startTestApp, type TestApp } from '../../test/e2e/app.js';
import { Deliveries } from './deliveries.js';

let app: TestApp;
let other: TestApp;
let told = 0;

beforeAll(async () => {
  app = await startTestApp();
  other = await startTestApp({ database: app.database });
}, 60_000);
afterAll(async () => {
  await other.stop();
  await app.stop();
});

const something = () => ({ platform: 'slack', key: `Ev${(told += 1)}` });

describe('what a platform tells', () => {
  it('is heeded once, told four times to two processes at once', async () => {
    const it = something();
    let heeded = 0;
    const work = () => Promise.resolve(void (heeded += 1));
    const both = [app, other, app, other];
    await Promise.all(both.map(({ nest }) => nest.get(Deliveries).once(it, work)));
    await app.nest.get(Deliveries).once(it, work);
    expect(heeded).toBe(1);
  });

  it('is heeded when it is told again after a failure', async () => {
    const it = something();
    const deliveries = app.nest.get(Deliveries);
    const failing = deliveries.once(it, () => Promise.reject(new Error('away')));
    await expect(failing).rejects.toThrow('away');
    let isHeeded = false;
    await deliveries.once(it, () => Promise.resolve(void (isHeeded = true)));
    expect(isHeeded).toBe(true);
  });

  it.each([
    ['fails', () => Promise.reject(new Error('late'))],
    ['succeeds', () => Promise.resolve()],
  ])('stays with whoever took it over when the first one %s after all', async (_how, end) => {
    const { platform, key } = something();
    const own = `where key = '${key}'`;
    const first = app.nest.get(Deliveries).once({ platform, key }, async () => {
      // As another process leaves it that found it to have run out.
      await app.database.query(
        `update chat_delivery set held_until = now() + interval '30 seconds' ${own}`,
      );
      await end();
    });
    await first.catch(() => undefined);
    const claims = await app.database.query(`select is_heeded as heeded from chat_delivery ${own}`);
    expect(claims).toEqual([{ heeded: false }]);
  });

  it('is taken over from a process that died over it', async () => {
    const it = something();
    await app.nest.get(Database).write((entities) =>
      entities.execute(
        `insert into chat_delivery (platform, key, held_until)
         values (?, ?, now() + interval '1 second')`,
        [it.platform, it.key],
      ),
    );
    let isHeeded = false;
    await other.nest.get(Deliveries).once(it, () => Promise.resolve(void (isHeeded = true)));
    expect(isHeeded).toBe(true);
  });
});
