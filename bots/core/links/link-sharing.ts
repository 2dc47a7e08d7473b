import { Injectable } from '@nestjs/common';
import { linkUrl } from '../../../src/calendars/links/link-url.js';
import { Env } from '../../../src/config/env.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { sharedCard } from '../cards/calendar.card.js';
import { CurrentCalendar } from '../commands/current-calendar.js';
import type { Talker } from '../dialogues/talker.js';
import type { Message } from '../message.js';

/** The card with which a host shares their link, wherever they are. */
@Injectable()
export class LinkSharing {
  constructor(
    private readonly current: CurrentCalendar,
    private readonly env: Env,
  ) {}

  /** Of the calendar they use; refused, in words for them alone, where they have none. */
  async of({ caller }: Pick<Talker, 'caller'>): Promise<Outcome<Message, Message>> {
    const calendar = await this.current.of(caller);
    if (!calendar.ok) return calendar;
    const configuration = calendar.value;
    const { isLoopback } = this.env;
    const link = { url: linkUrl(this.env, configuration), isLoopback };
    return done(sharedCard({ configuration, link }));
  }
}
