import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../../audit/audit.service.js';
import type { CalendarConfiguration } from '../calendar-configuration.js';
import { linkUsed } from '../calendar-problem.mapper.js';
import { linkUrl } from './link-url.js';
import { Env } from '../../config/env.js';
import { Database } from '../../database/database.js';
import { Sweeps } from '../../database/sweeps.js';
import { Clock } from '../../shared/clock.js';
import { ProblemError } from '../../shared/problem.js';
import { hashToken, newToken } from '../../shared/random.js';
import { DAY } from '../../slots/interval.js';

/** How long a link waits for its one booking. */
export const ONE_TIME_LINK_DAYS = 30;

/** Links that book once. The database keeps the hash of what they hold. */
@Injectable()
export class OneTimeLinks implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.sweeps.add({ table: 'one_time_link', over: 'coalesce(used_at, expires_at)' });
  }

  async make(configuration: CalendarConfiguration): Promise<string> {
    const token = newToken();
    const { id: calendarId, host } = configuration;
    const id = randomUUID();
    const expiresAt = new Date(this.clock.now() + ONE_TIME_LINK_DAYS * DAY);
    await this.database.write(async (entities) => {
      await entities.execute(MAKE, [id, host.id, calendarId, hashToken(token), expiresAt]);
      const what = { hostId: host.id, action: 'link.made', subject: id };
      await this.audit.note(entities, { ...what, after: { calendarId, expiresAt } });
    });
    return `${linkUrl(this.env, configuration)}?once=${token}`;
  }

  /** Whether it still books. */
  async isOpen(calendarId: string, token: string): Promise<boolean> {
    const at = new Date(this.clock.now());
    const rows = await this.database.read((entities) =>
      entities.execute<unknown[]>(FIND, [hashToken(token), calendarId, at]),
    );
    return rows.length > 0;
  }

  /** Whoever shows no link is nobody's concern. @throws ProblemError `link-used` when it books no more. */
  async demandOpen(calendarId: string, token: string | undefined): Promise<void> {
    if (token === undefined || (await this.isOpen(calendarId, token))) return;
    throw new ProblemError(linkUsed());
  }

  /** Inside the transaction of the booking. False when somebody was there before, or it ran out. */
  async spend(
    entities: EntityManager,
    use: { readonly calendarId: string; readonly token: string; readonly now: number },
  ): Promise<boolean> {
    const at = new Date(use.now);
    const spent = await entities.execute<unknown[]>(SPEND, [
      ...[at, hashToken(use.token), use.calendarId, at],
    ]);
    return spent.length === 1;
  }
}

const MAKE = `
  insert into one_time_link (id, host_id, calendar_id, token_hash, expires_at) values (?, ?, ?, ?, ?)`;

const OPEN = 'token_hash = ? and calendar_id = ? and used_at is null and expires_at > ?';

const FIND = `select 1 from one_time_link where ${OPEN}`;

const SPEND = `
  update one_time_link set used_at = ?, updated_at = now() where ${OPEN} returning id`;
