import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Env } from '../../config/env.js';
import { Database } from '../../database/database.js';
import { say } from '../../language/say.js';
import { Clock } from '../../shared/clock.js';
import { entityTag, isMatch } from '../../shared/http/entity-tag.js';
import { ProblemError } from '../../shared/problem.js';
import type { CalendarConfiguration } from '../calendar-configuration.js';
import { noCalendar } from '../calendar-problem.mapper.js';
import { CalendarRepository } from '../calendar.repository.js';
import { ChangeSettings, type SettingsChange } from '../change-settings.service.js';
import { type HostCalendar, hostCalendar } from './host-calendar.mapper.js';
import { fitTogether } from './host-calendar.schema.js';
import type { CalendarSettings } from '../settings/calendar-settings.js';

/** A calendar of a host, and what they believe it to be. */
export interface OwnCalendar {
  readonly hostId: string;
  readonly id: string;
  /** The `If-Match` header: a calendar that is no longer this one is not changed. */
  readonly ifMatch?: string | undefined;
}

/** The booking calendars of one host, to whom those of another do not exist. */
@Injectable()
export class HostCalendars {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly change: ChangeSettings,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  async list(hostId: string): Promise<readonly HostCalendar[]> {
    const all = await this.database.read((entities) => this.calendars.ofHost(entities, hostId));
    return all.map((configuration) => this.shown(configuration));
  }

  /** @throws ProblemError `not-found`. */
  async find(own: OwnCalendar): Promise<CalendarConfiguration> {
    const found = await this.database.read((entities) => this.calendars.findOwn(entities, own));
    if (!found) throw new ProblemError(noCalendar());
    return found;
  }

  /** @throws ProblemError `not-found`, `precondition-failed`, `validation`. */
  async set(own: OwnCalendar, patch: Partial<CalendarSettings>): Promise<SettingsChange> {
    return this.database.write(async (entities) => {
      const { id, settings } = await this.hold(entities, own);
      const together = fitTogether({ ...settings, ...patch });
      if (!together.ok) throw new ProblemError(together.problem);
      return this.change.within(entities, id, patch);
    });
  }

  /**
   * Whoever else changes the calendar waits until this transaction is over. @throws ProblemError `not-found`, `precondition-failed`.
   */
  async hold(entities: EntityManager, own: OwnCalendar): Promise<CalendarConfiguration> {
    const present = await this.calendars.hold(entities, own);
    if (!present) throw new ProblemError(noCalendar());
    if (isMatch(own.ifMatch, tagOf(this.shown(present)))) return present;
    const detail = say('problems:preconditionFailed');
    throw new ProblemError({ name: 'precondition-failed', detail });
  }

  shown(configuration: CalendarConfiguration): HostCalendar {
    const { publicUrl } = this.env;
    return hostCalendar({ configuration, now: this.clock.now(), publicUrl });
  }
}

/** The `ETag` of a calendar, for `If-Match`; the database keeps no order of fields, and none counts. */
export const tagOf = (calendar: HostCalendar): string =>
  entityTag(JSON.stringify(calendar, inOrder));

const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;
