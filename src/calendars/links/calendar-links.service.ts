import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { CalendarRepository, type LinkTarget } from '../calendar.repository.js';

/** A link as somebody typed it. */
export interface TypedLink {
  readonly host: string;
  readonly slug: string;
}

/** What a handle and a slug can look like; anything else is no link, whatever the database says. */
const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Leads from links to booking calendars. */
@Injectable()
export class CalendarLinks {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
  ) {}

  /** Null when there is no such link. Case does not matter: links are read out and typed. */
  async find({ host, slug }: TypedLink): Promise<LinkTarget | null> {
    const link = { handle: host.toLowerCase(), slug: slug.toLowerCase() };
    if (!NAME.test(link.handle) || !NAME.test(link.slug)) return null;
    return this.database.read((entities) => this.calendars.findByLink(entities, link));
  }
}
