import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../calendars/calendar-configuration.js';
import { CalendarRepository } from '../../calendars/calendar.repository.js';
import { Database } from '../../database/database.js';
import { Host } from '../../hosts/host.entity.js';

/** A host and the calendars of theirs that are switched on, in the order in which they were made. */
interface FoundHost {
  readonly hostName: string;
  readonly calendars: readonly CalendarConfiguration[];
}

/** What a handle can look like; anything else is no host, whatever the database says. */
const HANDLE = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Leads from a handle to its host. */
@Injectable()
export class HostDoor {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
  ) {}

  /** Null when there is no such host. Case does not matter: links are read out and typed. */
  find(typed: string): Promise<FoundHost | null> {
    const handle = typed.toLowerCase();
    if (!HANDLE.test(handle)) return Promise.resolve(null);
    return this.database.read(async (entities) => {
      const calendars = await this.calendars.ofHostHandle(entities, handle);
      const host = calendars[0]?.host ?? (await entities.findOne(Host, { handle }));
      return host ? { hostName: host.name, calendars } : null;
    });
  }

  /** The handle of the server's host when there is exactly one. */
  async onlyHost(): Promise<string | null> {
    const hosts = await this.database.read((entities) => entities.find(Host, {}, { limit: 2 }));
    const [only, ...others] = hosts;
    return only && others.length === 0 ? only.handle : null;
  }
}
