import { expect } from '@jest/globals';
import { jobsAreDone } from './race-judge.js';
import type { Asker } from './standing.js';

/** One reader of a booking, and what its receipts say of their mail. */
interface Reader {
  /** Of the host: it names the round. */
  readonly handle: string;
  readonly uid: string;
  readonly reader: string;
  /** The booking's latest change. */
  readonly last: number;
  /** They ended it themselves. */
  readonly isOwnEnd: boolean;
  /** In the order in which it was handed over: the change, what was said of it, how often it was tried. */
  readonly told: readonly Mail[];
}

interface Mail {
  readonly sequence: number;
  readonly said: string;
  readonly tries: number;
}

/** Of these a booking has one at most, and whoever reads of it has one at most, too. */
const ENDS = ['declined', 'expired', 'cancelled'];

/** By their receipts, everybody knows how their booking stands and was told each thing once, in order. */
export async function expectToldOnce(database: Asker): Promise<void> {
  await jobsAreDone(database, 'mail');
  const readers = await database.query<Reader>(READERS);
  for (const { last, told, isOwnEnd, ...reader } of readers) {
    // Who took it back before any mail had left knows, and has nothing in their mailbox to undo.
    if (isOwnEnd && told.length === 0) continue;
    const sequences = told.map(({ sequence }) => sequence);
    const ends = told.filter(({ said }) => ENDS.includes(said));
    const found = {
      ...{ sequences, last: sequences.at(-1), isOver: ends.length > 1 },
      tries: told.map(({ tries }) => tries),
    };
    expect({ ...reader, ...found }).toEqual({
      ...reader,
      ...{ sequences: [...new Set(sequences)].sort((a, b) => a - b), last, isOver: false },
      tries: told.map(() => 1),
    });
  }
}

const READERS = `
  select handle, uid, reader, sequence as last,
         exists (select from booking_change c
                  where c.booking_id = booking.id and c.sequence = booking.sequence
                    and c.kind = 'cancelled' and c.actor = 'attendee')
           and reader = 'attendee' as "isOwnEnd",
         (select coalesce(json_agg(json_build_object('sequence', r.sequence,
                   'said', substr(r.kind, 6), 'tries', r.tries) order by r.updated_at), '[]')
            from receipt r
           where r.booking_id = booking.id and r.recipient = reader
             and r.kind like 'mail %' and r.state in ('kept', 'handed_over')) as told
    from booking join host on host.id = host_id,
         unnest(array['attendee', case when host.email is not null then 'host' end]) as reader
   where status <> 'held' and reader is not null`;
