import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { Audit } from '../../../src/audit/audit.service.js';
import { Database } from '../../../src/database/database.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { Identities } from '../../../src/hosts/identities.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { CardPainter } from '../painting/card-painter.js';
import { ChatPlatforms } from '../chat-platforms.js';
import { CHAT_RETRIES } from '../chat-retries.js';
import type { Talker } from '../dialogues/talker.js';
import { isPainterBusy, PaintingTurns } from '../painting/painting-turns.js';
import { seenIn } from '../seen-people.js';
import { Dashboard } from './dashboard.js';

/** Something of this host's may be otherwise, who can see it on a home. */
const hostChanged = {
  name: 'host.changed',
  schema: z.object({ hostId: z.uuid() }),
};

/** Something that this person sees on their home may be otherwise. */
const homeChanged = {
  name: 'home.changed',
  schema: z.object({ identityId: z.uuid() }),
};

/**
 * Keeps the dashboards that people have opened on their platform as the world is. A job says only that
 * somebody's may have changed: it locks the row of their home and reads everything anew, unless it was
 * read since the job began, so that a burst of changes is shown a few times at most. The row is held
 * while the platform answers, like that of a card, so homes take their turns with those.
 */
@Injectable()
export class Homes implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly identities: Identities,
    private readonly platforms: ChatPlatforms,
    private readonly painter: CardPainter,
    private readonly turns: PaintingTurns,
    private readonly dashboard: Dashboard,
  ) {}

  onModuleInit(): void {
    this.painter.follow(({ hostId, bookingId }) =>
      this.tell(OF_BOOKING, [hostId, hostId, bookingId]),
    );
    // Whatever else a host can change is audited in its own transaction.
    this.audit.follow((entities, { hostId }) => this.follow(entities, hostId));
    this.jobs.subscribe({
      event: hostChanged,
      queue: 'homes',
      handle: ({ hostId }) => this.tell(OF_HOST, [hostId, hostId]),
    });
    this.jobs.subscribe({
      event: homeChanged,
      queue: 'home',
      retries: CHAT_RETRIES,
      handle: ({ identityId }) => this.repaint(identityId),
    });
  }

  /** Shows it, soon where many are shown just now, and from now on whatever changes in it. */
  async open({ caller, platform }: Talker): Promise<void> {
    await this.database.single((entities) => entities.execute(REMEMBER, [caller.id]));
    try {
      await this.show({ caller, platform }, await this.now());
    } catch (error) {
      if (!isPainterBusy(error)) throw error;
      await this.touch(caller);
    }
  }

  /** This person changed something. */
  async touch({ id }: Pick<ChatIdentity, 'id'>): Promise<void> {
    await this.tell(OF_PERSON, [id]);
  }

  private async repaint(identityId: string): Promise<void> {
    const begun = await this.now();
    const caller = await this.identities.find(identityId);
    if (!caller) return;
    const { platform: name, workspace, userKey: channel, name: channelName } = caller;
    const platform = this.platforms.get(name);
    await platform.ready({ platform: name, workspace, channel, channelName });
    await this.show({ caller, platform }, begun);
  }

  /** Where there is no home, or none any more, nothing is kept up. */
  private async show({ caller, platform }: Talker, begun: string): Promise<void> {
    await this.turns.write(async (entities) => {
      const taken = await entities.execute<unknown[]>(TAKE, [caller.id, begun]);
      if (taken.length === 0) return;
      const sections = await this.dashboard.of({ caller, platform });
      const seen = sections.map((section) => seenIn(section, caller));
      const isShown = await platform.showHome(caller, seen);
      if (!isShown) await entities.execute(FORGET, [caller.id]);
    });
  }

  /** Who sees it is found when it is committed. */
  private async follow(entities: EntityManager, hostId: string | null): Promise<void> {
    if (hostId === null) return;
    const homes = await entities.execute<unknown[]>(`${OF_HOST} limit 1`, [hostId, hostId]);
    if (homes.length > 0) await this.jobs.publish(entities, hostChanged, { hostId });
  }

  /** Of a burst, most find a job that has yet to begin. */
  private async tell(whose: string, given: readonly string[]): Promise<void> {
    await this.database.write(async (entities) => {
      const homes = await entities.execute<{ identityId: string }[]>(whose, [...given]);
      for (const home of homes) await this.jobs.publishUnlessWaiting(entities, homeChanged, home);
    });
  }

  /** By the database's clock, to the microsecond. */
  private async now(): Promise<string> {
    const [row] = await this.database.read((entities) =>
      entities.execute<{ now: string }[]>('select clock_timestamp()::text as now'),
    );
    return row?.now ?? '';
  }
}

const SELECT = `select identity_id as "identityId" from chat_home`;
const OF_PERSON = `${SELECT} where identity_id = ?`;

/** Theirs, and of whoever may act for them. */
const ACTING = `
  identity_id in (select id from chat_identity where host_id = ?)
  or identity_id in (select identity_id from host_delegate where host_id = ?)`;
const OF_HOST = `${SELECT} where ${ACTING}`;

/** The same, and of whoever booked. */
const OF_BOOKING = `
  ${SELECT} where ${ACTING}
  or identity_id = (select booked_by_identity_id from booking where id = ?)`;

const REMEMBER = `
  insert into chat_home (identity_id) values (?) on conflict (identity_id) do nothing returning id`;

/** Waits for whoever is showing it; nothing when that was read after `begun`. */
const TAKE = `
  update chat_home set read_at = clock_timestamp(), updated_at = now()
   where identity_id = ? and (read_at is null or read_at < ?::timestamptz)
  returning id`;

const FORGET = 'delete from chat_home where identity_id = ? returning id';
