import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Database } from '../../../src/database/database.js';
import { Postponed } from '../../../src/jobs/postponed.js';
import { Lines } from '../../../src/shared/lines.js';
import type { ChannelKey } from '../channel-key.js';

/** How many connections the painters keep busy at most, whatever waits. */
const MOST_CONNECTIONS = 4;

/** Whoever would wait for longer, in milliseconds, comes again later instead. */
const LONGEST_WAIT = 5_000;
const GAP_SECONDS = 5;

/**
 * A painter holds the row of its card or home while a platform answers, which may take long. So only a
 * few do at once in this process, and one in each channel: a slow one keeps nobody from the others.
 */
@Injectable()
export class PaintingTurns {
  private readonly channels = new Lines({ atOnce: 1, longestWait: LONGEST_WAIT });
  private readonly connections = new Lines({
    atOnce: MOST_CONNECTIONS,
    longestWait: LONGEST_WAIT,
  });

  constructor(private readonly database: Database) {}

  /** When nobody else paints in this channel. @throws Postponed `painter-busy`. */
  in<T>({ platform, workspace, channel }: ChannelKey, work: () => Promise<T>): Promise<T> {
    const name = `${platform} ${workspace} ${channel}`;
    return inLine(this.channels, { name, work });
  }

  /** One transaction. @throws Postponed `painter-busy`. */
  write<T>(work: (entities: EntityManager) => Promise<T>): Promise<T> {
    const name = 'connections';
    return inLine(this.connections, { name, work: () => this.database.write(work) });
  }
}

async function inLine<T>(
  lines: Lines,
  { name, work }: { readonly name: string; readonly work: () => Promise<T> },
): Promise<T> {
  const answer = await lines.run(name, work);
  if (answer.ok) return answer.value;
  throw new Postponed(BUSY, `Others are painted just now: ${name}.`, GAP_SECONDS);
}

const BUSY = 'painter-busy';

export const isPainterBusy = (error: unknown): boolean =>
  error instanceof Postponed && error.code === BUSY;
