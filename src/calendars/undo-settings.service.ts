import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Sweeps } from '../database/sweeps.js';
import { say } from '../language/say.js';
import { Clock } from '../shared/clock.js';
import { done, type Outcome } from '../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../shared/sentence-problem.js';
import { isUuid } from '../shared/text/uuid.js';
import { CalendarRepository } from './calendar.repository.js';
import { ChangeSettings, type SettingsChange } from './change-settings.service.js';
import { SettingChange } from './setting-change.entity.js';
import { checkTogether } from './settings/calendar-settings.js';
import { stillStands } from './settings/changed-settings.js';

/** How long a change can be taken back by one press. */
const UNDO_TIME = 10 * 60_000;

/** Puts settings back to what they were before one change, while nothing newer stands on it. */
@Injectable()
export class UndoSettings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly change: ChangeSettings,
    private readonly clock: Clock,
    private readonly sweeps: Sweeps,
  ) {}

  /** What was replaced may be the host's number. */
  onModuleInit(): void {
    this.sweeps.add({ table: 'setting_change', over: 'created_at' });
  }

  /** A change of one of these hosts; refused in a sentence. */
  async run(
    id: string,
    hostIds: readonly string[],
  ): Promise<Outcome<SettingsChange, SentenceProblem>> {
    if (!isUuid(id)) return refusedWith(say('calendar:undo.notYours'));
    return this.database.write(async (entities) => {
      const named = await entities.findOne(SettingChange, { id });
      if (!named) return refusedWith(say('calendar:undo.notYours'));
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
      if (!stillStands(calendar.settings, undone.after)) {
        return refusedWith(say('calendar:undo.newer'));
      }
      const together = checkTogether({ ...calendar.settings, ...undone.before });
      if (!together.ok) return together;
      entities.assign(undone, { undoneAt: new Date(now) });
      return done(await this.change.within(entities, calendar.id, undone.before));
    });
  }
}
