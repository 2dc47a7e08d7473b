import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Database } from '../../../src/database/database.js';
import { AccountCodes } from '../../../src/hosts/account-codes.service.js';
import type { Workspace } from '../../../src/hosts/hosting-rules.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { Clock } from '../../../src/shared/clock.js';
import { Dialogues } from '../dialogues/dialogues.repository.js';
import { LostWorkspace } from './lost-workspace.entity.js';
import { hostRegained, hostStranded } from './stranded.js';

/** How long it is believed that a workspace is there, in milliseconds: jobs stop within a minute. */
const BELIEVED_FOR = 30_000;

/** A workspace, and how it reads inside a sentence. */
export interface Place extends Workspace {
  readonly place: string;
}

/**
 * Knows which workspaces took the assistant out. Platforms say so, perhaps several times; from then on
 * nothing is sent there, and what waited for an answer there is over for good.
 */
@Injectable()
export class LostWorkspaces {
  /** Until when those that are there are believed to be; that one is lost is looked up each time. */
  private readonly present = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly dialogues: Dialogues,
    private readonly codes: AccountCodes,
    private readonly clock: Clock,
  ) {}

  async isLost({ platform, workspace }: Workspace): Promise<boolean> {
    const key = keyOf({ platform, workspace });
    const now = this.clock.now();
    if ((this.present.get(key) ?? 0) > now) return false;
    const row = await this.database.single((em) =>
      em.findOne(LostWorkspace, { platform, workspace }),
    );
    if (row) return true;
    this.present.set(key, now + BELIEVED_FOR);
    return false;
  }

  /** Whether it is not over: inside the caller's transaction, before the end of which it does not end. */
  async holds(entities: EntityManager, lossId: string): Promise<boolean> {
    return (await entities.execute<unknown[]>(HOLD, [lossId])).length > 0;
  }

  of(platform: string): Promise<LostWorkspace[]> {
    return this.database.read((entities) => entities.find(LostWorkspace, { platform }));
  }

  /** Once, however often it is told. */
  async lose({ platform, workspace, place }: Place): Promise<void> {
    await this.database.write(async (entities) => {
      const given = [platform, workspace];
      const [lost] = await entities.execute<{ id: string }[]>(LOSE, [...given, place]);
      if (!lost) return;
      await this.dialogues.dropAllOf(entities, { platform, workspace });
      await this.codes.endAllOf(entities, { platform, workspace });
      for (const hostId of await hostsAt(entities, HOSTS, given)) {
        const stranded = { lossId: lost.id, hostId, platform, workspace, place };
        await this.jobs.publish(entities, hostStranded, stranded);
      }
    });
    this.present.delete(keyOf({ platform, workspace }));
  }

  /** It has the assistant again; nothing happens when it was not lost. */
  async regain({ platform, workspace }: Workspace): Promise<void> {
    await this.database.write(async (entities) => {
      const given = [platform, workspace];
      const [lost] = await entities.execute<{ id: string }[]>(REGAIN, given);
      if (!lost) return;
      for (const hostId of await hostsAt(entities, PAUSED_HOSTS, given)) {
        const regained = { lossId: lost.id, hostId, platform, workspace };
        await this.jobs.publish(entities, hostRegained, regained);
      }
    });
  }
}

const keyOf = ({ platform, workspace }: Workspace): string => `${platform} ${workspace}`;

async function hostsAt(
  entities: EntityManager,
  statement: string,
  given: readonly string[],
): Promise<string[]> {
  const rows = await entities.execute<{ id: string }[]>(statement, [...given]);
  return rows.map(({ id }) => id);
}

const LOSE = `
  insert into lost_workspace (platform, workspace, place) values (?, ?, ?)
  on conflict (platform, workspace) do nothing returning id`;

const HOLD = 'select id from lost_workspace where id = ? for share';

const REGAIN = 'delete from lost_workspace where platform = ? and workspace = ? returning id';

const HOSTS = `
  select distinct host_id as id from booking_calendar
   where home_platform = ? and home_workspace = ? and deleted_at is null`;

const PAUSED_HOSTS = `${HOSTS} and is_paused_by_loss`;
