import { Injectable } from '@nestjs/common';
import { NextTimes } from '../../../src/availability/next-times.js';
import { calendarState } from '../../../src/calendars/calendar-configuration.js';
import {
  CalendarLinks,
  type TypedLink,
} from '../../../src/calendars/links/calendar-links.service.js';
import { Env } from '../../../src/config/env.js';
import { Clock } from '../../../src/shared/clock.js';
import { previewCard } from '../cards/calendar.card.js';
import type { Message } from '../message.js';

/** What is shown below a booking link that somebody posted. To look changes nothing. */
@Injectable()
export class LinkPreview {
  constructor(
    private readonly links: CalendarLinks,
    private readonly nextTimes: NextTimes,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  /**
   * Null where there is nothing to book for whoever reads it. A link that books once is meant for one
   * person: it is neither shown nor told from one that is unknown.
   */
  async of(url: string): Promise<Message | null> {
    const typed = linkIn(url, this.env);
    const target = typed && (await this.links.find(typed));
    if (!target) return null;
    const { configuration } = target;
    const state = calendarState(configuration, this.clock.now());
    if (state.kind !== 'open') return null;
    return previewCard({ configuration, state, nextTimes: await this.nextTimes.of(configuration) });
  }
}

/** Null for what is no link of ours to a booking calendar. */
function linkIn(text: string, { publicUrl }: Pick<Env, 'publicUrl'>): TypedLink | null {
  const url = URL.parse(text);
  if (url?.origin !== publicUrl || url.searchParams.has('once')) return null;
  const [, host, slug] = /^\/([\w-]+)\/([\w-]+)\/?$/.exec(url.pathname) ?? [];
  return host === undefined || slug === undefined ? null : { host, slug };
}
