import { Injectable } from '@nestjs/common';
import type { CalendarSettings } from '../calendars/settings/calendar-settings.js';
import { Assets } from './assets.js';
import type { Query } from './views/address.js';
import type { Shell } from './views/layout.view.js';

interface ColouredCalendar {
  readonly settings?: Pick<CalendarSettings, 'colour'>;
}

/** What stands round the body of every page. */
@Injectable()
export class PageShell {
  constructor(private readonly assets: Assets) {}

  /**
   * Light or dark as the link asks for, else as the reader's device decides; in the colour of the
   * calendar, where the page belongs to one.
   */
  of({ theme }: Query = {}, { settings }: ColouredCalendar = {}): Shell {
    return {
      lang: 'en',
      dir: 'ltr',
      stylesheet: this.assets.href('page.css'),
      script: this.assets.href('page.js'),
      accent: settings?.colour || undefined,
      theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    };
  }
}
