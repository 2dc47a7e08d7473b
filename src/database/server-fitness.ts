import { say } from '../language/say.js';
import { StartRefused } from '../config/start.errors.js';
import type { Session } from './session.js';

const OLDEST = 14;
const NEWEST_TRIED = 18;

interface ServerFacts {
  readonly version: string;
  readonly number: number;
  readonly isReplica: boolean;
  readonly isReadOnly: boolean;
  readonly encoding: string;
  /** `btree_gist` is there, can be had, needs another role, or is missing from the machine. */
  readonly gist: 'present' | 'creatable' | 'forbidden' | 'absent';
}

// A trusted extension since PostgreSQL 13: whoever may create in the database may install it.
const FACTS = `
  select version() as version,
         current_setting('server_version_num')::int as number,
         pg_is_in_recovery() as "isReplica",
         current_setting('transaction_read_only') = 'on' as "isReadOnly",
         current_setting('server_encoding') as encoding,
         case when exists (select from pg_extension where extname = 'btree_gist') then 'present'
              when not exists (select from pg_available_extensions where name = 'btree_gist') then 'absent'
              when has_database_privilege(current_database(), 'CREATE') then 'creatable'
              else 'forbidden' end as gist`;

// Same kind, same columns, same operators, checked for every row: a look-alike does not count.
const CONSTRAINT = `
  select exists (
    select from pg_constraint
     where conname = 'booking_no_overlap' and contype = 'x' and convalidated
       and conrelid = to_regclass('booking')
       and pg_get_constraintdef(oid) like '%(host_id WITH =, blocked WITH &&, COALESCE(for_booking_id, id) WITH <>)%') as found`;

/** What is wrong with the server, as one sentence, or null. */
export async function unfitness(session: Session): Promise<StartRefused | null> {
  const [banner] = await session.ask<{ version: string }>('select version()');
  // They speak PostgreSQL's protocol but have no exclusion constraints.
  const other = /CockroachDB|YugabyteDB|-YB-/.exec(banner?.version ?? '');
  if (other) {
    const name = other[0] === '-YB-' ? 'YugabyteDB' : other[0];
    return new StartRefused('database-unfit', [say('start:unfit.other', { name })]);
  }
  const [facts] = await session.ask<ServerFacts>(FACTS);
  const sentence = facts && complaint(facts);
  return sentence ? new StartRefused('database-unfit', [sentence]) : null;
}

/** The major version when it is newer than what this release was tried with. */
export async function untriedVersion(session: Session): Promise<number | null> {
  const [row] = await session.ask<{ number: number }>(
    `select current_setting('server_version_num')::int as number`,
  );
  const major = Math.floor((row?.number ?? 0) / 10_000);
  return major > NEWEST_TRIED ? major : null;
}

/** Whether the database itself forbids that two bookings of a host overlap. */
export async function hasOverlapConstraint(session: Session): Promise<boolean> {
  const [row] = await session.ask<{ found: boolean }>(CONSTRAINT);
  return row?.found === true;
}

function complaint(facts: ServerFacts): string | null {
  const major = Math.floor(facts.number / 10_000);
  if (major < OLDEST) return say('start:unfit.old', { major, oldest: OLDEST });
  if (facts.isReplica) return say('start:unfit.replica');
  if (facts.isReadOnly) return say('start:unfit.readOnly');
  if (facts.encoding !== 'UTF8') return say('start:unfit.encoding', { encoding: facts.encoding });
  if (facts.gist === 'absent') return say('start:unfit.gistAbsent');
  return facts.gist === 'forbidden' ? say('start:unfit.gistForbidden') : null;
}
