import { Injectable } from '@nestjs/common';
import {
  ONE_TIME_LINK_DAYS,
  OneTimeLinks,
} from '../../../../src/calendars/links/one-time-links.service.js';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { CalendarCardReader } from '../../cards/calendar-card-facts.js';
import { embedCard } from '../../cards/embed.card.js';
import {
  linkLines,
  nextTimesLines,
  settingsCard,
  shareButton,
  sharedCard,
} from '../../cards/calendar.card.js';
import { Env } from '../../../../src/config/env.js';
import { say } from '../../../../src/language/say.js';
import { type Message, mistake, sentences } from '../../message.js';
import { CalendarCommand, type CommandCall } from '../command.js';
import { CurrentCalendar } from '../current-calendar.js';

@Injectable()
export class ShowCommand extends CalendarCommand {
  override readonly path: string = 'show';

  constructor(
    current: CurrentCalendar,
    private readonly reader: CalendarCardReader,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration): Promise<Message> {
    return settingsCard(await this.reader.factsOf(calendar));
  }
}

/** The same, and how one setting is changed where there is no window for all of them. */
@Injectable()
export class SettingsCommand extends ShowCommand {
  override readonly path = 'settings';

  override async runOn(calendar: CalendarConfiguration): Promise<Message> {
    const card = await super.runOn(calendar);
    return { ...card, lines: [...card.lines, [say('calendar:changeOne')]] };
  }
}

/** The link by itself, and the times that people see first. */
@Injectable()
export class LinkCommand extends CalendarCommand {
  readonly path = 'link';

  constructor(
    current: CurrentCalendar,
    private readonly reader: CalendarCardReader,
    private readonly oneTimeLinks: OneTimeLinks,
    private readonly env: Env,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const as = call.word('as') ?? 'show';
    if (as === 'post') return this.post(calendar, call);
    if (as === 'one-time') return this.oneTime(calendar);
    if (as === 'embed') return this.embed(calendar);
    const facts = await this.reader.factsOf(calendar);
    const next = nextTimesLines(facts, calendar.settings);
    return {
      title: calendar.settings.title,
      lines: [...linkLines(facts.link), ...next],
      buttons: [shareButton()],
    };
  }

  private async embed(calendar: CalendarConfiguration): Promise<Message> {
    const facts = await this.reader.factsOf(calendar);
    return embedCard(facts, this.env.publicUrl);
  }

  private async oneTime(calendar: CalendarConfiguration): Promise<Message> {
    const url = await this.oneTimeLinks.make(calendar);
    const { isLoopback } = this.env;
    const facts = { title: calendar.settings.title, count: ONE_TIME_LINK_DAYS };
    return {
      lines: [...linkLines({ url, isLoopback }), [say('commands:linkOnce', facts)]],
    };
  }

  /** Leaves the link in a channel, where it stays. */
  private async post(
    calendar: CalendarConfiguration,
    { platform, caller, word }: CommandCall,
  ): Promise<Message> {
    const name = word('channel');
    if (name === undefined) return sentences(say('commands:linkWhere'));
    const channel = await platform.findChannel(caller, name);
    if (!channel.ok) return mistake(channel.problem.sentence);
    const facts = await this.reader.factsOf(calendar);
    await platform.ready(channel.value);
    const posted = await platform.post(channel.value, sharedCard(facts));
    if (!posted.ok) return sentences(posted.problem.sentence);
    const { channelName } = channel.value;
    const warning = facts.link.isLoopback ? [say('calendar:loopbackLink')] : [];
    return sentences(say('commands:linkPosted', { channel: channelName }), ...warning);
  }
}
