import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Database } from '../database/database.js';
import { Sweeps } from '../database/sweeps.js';
import { lockHost } from '../hosts/host-lock.js';
import { say } from '../language/say.js';
import { Clock } from '../shared/clock.js';
import { done, type Outcome } from '../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../shared/sentence-problem.js';
import { isUuid } from '../shared/text/uuid.js';
import { CalendarRepository } from './calendar.repository.js';
import type { CalendarConfiguration } from './calendar-configuration.js';
import { ChangeSettings, type SettingsChange } from './change-settings.service.js';
import { type ChangedState, SettingChange } from './setting-change.entity.js';
import { checkTogether } from './settings/calendar-settings.js';
import { stillStands } from './settings/changed-settings.js';
import { TimeOffChanges } from './time-off/time-off-changes.service.js';
import type { TimeOffState } from './time-off/time-off-state.js';

/** How long a change can be taken back by one press. */
const UNDO_TIME = 10 * 60_000;

/** Days off and blocks that were put back. */
export interface TimeOffUndone {
  /** Those of the host that the undoing changed, as they were and as they are. */
  readonly calendars: readonly Pick<SettingsChange, 'before' | 'after'>[];
  readonly timeOff: { readonly before: TimeOffState; readonly after: TimeOffState };
}

/** What an undoing did. */
export type Undone =
  | { readonly kind: 'settings'; readonly change: SettingsChange }
  | ({ readonly kind: 'time-off'; readonly calendar: CalendarConfiguration } & TimeOffUndone);

/** Puts back what was before one change of settings or time off, while nothing newer stands on it. */
@Injectable()
export class UndoChanges implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly change: ChangeSettings,
    private readonly timeOff: TimeOffChanges,
    private readonly clock: Clock,
    private readonly sweeps: Sweeps,
  ) {}

  /** What was replaced may be the host's number. */
  onModuleInit(): void {
    this.sweeps.add({ table: 'setting_change', over: 'created_at' });
  }

  /** A change of one of these hosts; refused in a sentence. */
  async run(id: string, hostIds: readonly string[]): Promise<Outcome<Undone, SentenceProblem>> {
    if (!isUuid(id)) return refusedWith(say('calendar:undo.notYours'));
    return this.database.write(async (entities) => {
      const named = await entities.findOne(SettingChange, { id });
      if (!named) return refusedWith(say('calendar:undo.notYours'));
      if (named.after.timeOff) await lockHost(entities, named.hostId);
      // Nobody else takes it back, or changes the calendar again, while this one looks.
      await this.calendars.lock(entities, named.calendarId);
      const undone = await entities.refresh(named);
      // Whoever took the calendar over meanwhile left nothing of the former host to take back.
      if (!undone) return refusedWith(say('calendar:undo.notYours'));
      const calendar = await this.calendars.findById(entities, undone.calendarId);
      if (!calendar || !hostIds.includes(calendar.host.id))
        return refusedWith(say('calendar:undo.notYours'));
      if (undone.undoneAt) return refusedWith(say('calendar:undo.done'));
      const now = this.clock.now();
      if (now > undone.createdAt.getTime() + UNDO_TIME) {
        return refusedWith(say('calendar:undo.tooLate'));
      }
      const put = await this.putBack(entities, calendar, undone);
      if (put.ok) entities.assign(undone, { undoneAt: new Date(now) });
      return put;
    });
  }

  private putBack(
    entities: EntityManager,
    calendar: CalendarConfiguration,
    { before, after }: Pick<SettingChange, 'before' | 'after'>,
  ): Promise<Outcome<Undone, SentenceProblem>> {
    return before.timeOff && after.timeOff
      ? this.putTimeBack(entities, calendar, { before: before.timeOff, after: after.timeOff })
      : this.putSettingsBack(entities, calendar, { before, after });
  }

  private async putSettingsBack(
    entities: EntityManager,
    { id, settings }: CalendarConfiguration,
    { before, after }: { readonly before: ChangedState; readonly after: ChangedState },
  ): Promise<Outcome<Undone, SentenceProblem>> {
    if (!stillStands(settings, after)) return refusedWith(say('calendar:undo.newer'));
    const together = checkTogether({ ...settings, ...before });
    if (!together.ok) return together;
    return done({ kind: 'settings', change: await this.change.within(entities, id, before) });
  }

  private async putTimeBack(
    entities: EntityManager,
    calendar: CalendarConfiguration,
    timeOff: TimeOffUndone['timeOff'],
  ): Promise<Outcome<Undone, SentenceProblem>> {
    const hostId = calendar.host.id;
    const all = await this.calendars.ofHost(entities, hostId);
    const isBack = await this.timeOff.restore(entities, hostId, timeOff);
    if (!isBack) return refusedWith(say('calendar:undo.newerOff'));
    const now = await this.calendars.ofHost(entities, hostId);
    const calendars = all.flatMap((before) => {
      const after = now.find(({ id }) => id === before.id);
      return after ? [{ before, after }] : [];
    });
    return done({ kind: 'time-off', calendar, calendars, timeOff });
  }
}
