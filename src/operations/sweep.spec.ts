import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCalendar } from '../../test/builders/calendar.js';
import { startTestApp, type TestApp } from '../../test/e2e/app.js';
import { Sweeps } from '../database/sweeps.js';
import { SweepJob } from './sweep.job.js';

/** How a row is made that is over at `WHEN`. */
const ROWS: Readonly<Record<string, string>> = {
  idempotency_key: `(host_id, scope_id, key, request_hash, created_at)
    select host.id, host.id, 'NAME', 'x', WHEN`,
  setting_change: `(host_id, calendar_id, before, after, created_at)
    select host.id, calendar.id, '{}', '{}', WHEN`,
  affected_question: `(host_id, bookings, created_at) select host.id,
    json_build_array(json_build_object('startsAt', (WHEN)::text)), now() - interval '90 days'`,
  one_time_link: `(host_id, calendar_id, token_hash, expires_at)
    select host.id, calendar.id, sha256(random()::text::bytea), WHEN`,
  account_code: `(host_id, identity_id, code_hash, expires_at)
    select host.id, person.id, sha256(random()::text::bytea), WHEN`,
  dialogue: `(identity_id, kind, state, expires_at) select person.id, 'booking', '{}', WHEN`,
};

describe('what a table holds for a while only', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    await aCalendar(app.nest);
    await app.database.query(`insert into chat_identity (platform, workspace, user_key, name)
      select 'fake', 'local', 'person' || number, 'Somebody' from generate_series(1, 2) number`);
  }, 60_000);
  afterAll(() => app.stop());

  const add = (table: string, when: string, name: string) =>
    app.database.query(
      `insert into ${table} ${ROWS[table]?.replace('NAME', name).replace('WHEN', when)}
         from (select id from host limit 1) host, (select id from booking_calendar limit 1) calendar,
              (select id from chat_identity where user_key = '${name}') person`,
    );
  const counts = () =>
    Promise.all(
      Object.keys(ROWS).map(async (table) => {
        const [row] = await app.database.query<{ count: number }>(
          `select count(*)::int from ${table}`,
        );
        return [table, row?.count];
      }),
    );

  it('goes a day after it is over, for a host who does nothing, and no sooner', async () => {
    for (const table of Object.keys(ROWS)) {
      await add(table, `now() - interval '24 hours 1 minute'`, 'person1');
      await add(table, `now() - interval '23 hours 59 minutes'`, 'person2');
    }
    await app.database
      .query(`insert into idempotency_key (host_id, scope_id, key, request_hash, created_at)
      select host.id, host.id, 'old ' || number, 'x', now() - interval '40 days'
        from (select id from host limit 1) host, generate_series(1, 1700) number`);
    // Two processes at once.
    const job = app.nest.get(SweepJob);
    await Promise.all([job.tick(), app.nest.get(Sweeps).run()]);
    expect(await counts()).toEqual(Object.keys(ROWS).map((table) => [table, 1]));
  });
});
