import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Host } from '../../src/hosts/host.entity.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

describe('a test database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.drop());

  it('carries the migrations, the overlap constraint and the job queue', async () => {
    const rows = await db.query<{ conname: string }>(
      `select conname from pg_constraint where conname = 'booking_no_overlap'`,
    );
    expect(rows).toHaveLength(1);
    expect(await db.query('select version from pgboss.version')).toHaveLength(1);
  });

  it('finds every entity by its file name', async () => {
    const { em } = await db.orm();
    const entities = em.fork();
    const ada = entities.create(Host, { handle: 'ada', name: 'Ada' });
    await entities.flush();
    expect(await em.fork().findOneOrFail(Host, { handle: 'ada' })).toMatchObject({ id: ada.id });
  });

  it('is not shared with another', async () => {
    const other = await createTestDatabase();
    try {
      expect(await other.query('select from host')).toHaveLength(0);
    } finally {
      await other.drop();
    }
  });
});
