import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../test/db/test-database.js';
import { hasOverlapConstraint, unfitness, untriedVersion } from './server-fitness.js';
import { withSession, type Session } from './session.js';

const fit = {
  version: 'PostgreSQL 18.4 on x86_64-pc-linux-gnu',
  number: 180_004,
  isReplica: false,
  isReadOnly: false,
  encoding: 'UTF8',
  gist: 'present',
};

/** A server that answers every question with the same row. */
const answering = (facts: Partial<Record<keyof typeof fit, unknown>>): Session => ({
  ask: <Row extends object>() => Promise.resolve([{ ...fit, ...facts } as unknown as Row]),
});

describe('a server', () => {
  it.each([14, 15, 16, 17, 18])('is fit when it is PostgreSQL %i', async (major) => {
    const session = answering({ number: major * 10_000 + 3 });
    expect(await unfitness(session)).toBeNull();
    expect(await untriedVersion(session)).toBeNull();
  });

  it('may be newer than the release, with a warning', async () => {
    const session = answering({ number: 190_001 });
    expect(await unfitness(session)).toBeNull();
    expect(await untriedVersion(session)).toBe(19);
  });

  it.each([
    [{ number: 130_012 }, /PostgreSQL 13\. Use PostgreSQL 14/],
    [{ isReplica: true }, /replica/],
    [{ isReadOnly: true }, /read-only/],
    [{ encoding: 'SQL_ASCII' }, /SQL_ASCII/],
    [{ gist: 'absent' }, /lacks the extension btree_gist/],
    [{ version: 'CockroachDB CCL v24.1.0' }, /names CockroachDB/],
    [{ version: 'PostgreSQL 15.2-YB-2.25.1.0-b0' }, /names YugabyteDB/],
  ])('is refused in one sentence when it has %o', async (facts, words) => {
    const refusal = await unfitness(answering(facts));
    expect(refusal?.code).toBe('database-unfit');
    expect(refusal?.sentences).toEqual([expect.stringMatching(words)]);
  });
});

describe('a real server', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.drop());

  it('is fit when the migrations made it so', async () => {
    expect(await withSession(db.url, unfitness)).toBeNull();
    expect(await withSession(db.url, hasOverlapConstraint)).toBe(true);
  });

  it('may hold a database that lacks btree_gist, for those who may install it', async () => {
    const bare = await createTestDatabase();
    try {
      await bare.query('drop extension btree_gist cascade');
      expect(await withSession(bare.url, unfitness)).toBeNull();
      const name = new URL(bare.url).pathname.slice(1);
      const url = new URL(bare.url);
      url.username = `guest_${name}`;
      url.password = 'guest';
      await bare.query(`create role ${url.username} login password 'guest'`);
      const refusal = await withSession(url.href, unfitness);
      expect(refusal?.sentences).toEqual([expect.stringContaining('create extension btree_gist')]);
      await bare.query(`drop role ${url.username}`);
    } finally {
      await bare.drop();
    }
  });

  it('must forbid overlaps for hosts and times, not by name alone', async () => {
    const other = await createTestDatabase();
    try {
      await other.query('alter table booking drop constraint booking_no_overlap');
      expect(await withSession(other.url, hasOverlapConstraint)).toBe(false);
      await other.query(
        `alter table booking add constraint booking_no_overlap exclude using gist (uid with =, blocked with &&)`,
      );
      expect(await withSession(other.url, hasOverlapConstraint)).toBe(false);
    } finally {
      await other.drop();
    }
  });
});
