import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { lockHost } from '../hosts/host-lock.js';
import { HostName } from '../hosts/host-name.service.js';
import { CalendarRepository } from './calendar.repository.js';
import { ChangeSettings } from './change-settings.service.js';
import { defaultTitle } from './settings/default-title.js';
import { titleSetting } from './settings/text-settings.js';

/**
 * Changes what people read as a host's name. A title that set-up made of it goes along: of two changes
 * at once the second starts from what the first made.
 */
@Injectable()
export class RenameHost {
  constructor(
    private readonly database: Database,
    private readonly names: HostName,
    private readonly calendars: CalendarRepository,
    private readonly change: ChangeSettings,
  ) {}

  run(hostId: string, name: string): Promise<void> {
    return this.database.asOne(async (entities) => {
      await lockHost(entities, hostId);
      const former = defaultTitle(await this.names.of(hostId));
      await this.names.set(hostId, name);
      const title = titleSetting.schema.safeParse(defaultTitle(name));
      if (!title.success || title.data === former) return;
      for (const { id, settings } of await this.calendars.ofHost(entities, hostId)) {
        if (settings.title !== former) continue;
        await this.change.within(entities, id, { title: title.data });
      }
    });
  }
}
