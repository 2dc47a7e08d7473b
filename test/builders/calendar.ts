import type { INestApplicationContext } from '@nestjs/common';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { CreateCalendar } from '../../src/calendars/create-calendar.service.js';
import {
  type CalendarSettings,
  DEFAULT_SETTINGS,
} from '../../src/calendars/settings/calendar-settings.js';
import type { ChatIdentity } from '../../src/hosts/chat-identity.entity.js';
import { aPerson } from './host.js';

export interface CalendarWish {
  readonly creator?: ChatIdentity;
  readonly settings?: Partial<CalendarSettings>;
}

/** Ada's "Intro call": Monday to Friday 09:00–17:00 in Berlin, 30 minutes, 4 hours' notice. */
export async function aCalendar(
  app: INestApplicationContext,
  { creator, settings }: CalendarWish = {},
): Promise<CalendarConfiguration> {
  const { id } = creator ?? (await aPerson(app));
  return app.get(CreateCalendar).run({
    creatorId: id,
    settings: { ...DEFAULT_SETTINGS, title: 'Intro call', timeZone: 'Europe/Berlin', ...settings },
    alerts: [],
  });
}

/** Path of the calendar in the API. */
export const apiPath = ({ host, slug }: Pick<CalendarConfiguration, 'host' | 'slug'>): string =>
  `/api/v1/calendars/${host.handle}/${slug}`;
