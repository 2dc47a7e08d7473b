import { Injectable } from '@nestjs/common';
import type { CalendarSettings } from '../calendars/settings/calendar-settings.js';
import { Assets } from './assets.js';
import type { Shell } from './views/layout.view.js';

interface ColouredCalendar {
  readonly settings?: Pick<CalendarSettings, 'colour'>;
}

/** Of what a visit carries, how its pages are to look. */
interface ShownAs {
  readonly theme?: string | undefined;
  readonly embed?: string | undefined;
}

/** What stands round the body of every page. */
@Injectable()
export class PageShell {
  constructor(private readonly assets: Assets) {}

  /**
   * Light or dark as the link asks for, else as the reader's device decides; in the colour of the
   * calendar, where the page belongs to one; fit for a frame in another site where it stands in one.
   */
  of({ theme, embed }: ShownAs = {}, { settings }: ColouredCalendar = {}): Shell {
    return {
      lang: 'en',
      dir: 'ltr',
      stylesheet: this.assets.href('page.css'),
      script: this.assets.href('page.js'),
      accent: settings?.colour || undefined,
      embed,
      theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    };
  }
}
