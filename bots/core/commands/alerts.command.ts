import { Injectable } from '@nestjs/common';
import { AlertChannels } from '../../../src/calendars/alert-channels.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { say } from '../../../src/language/say.js';
import { isSameChannel } from '../channel-key.js';
import { type Message, sentences } from '../message.js';
import { CalendarCommand, type CommandCall } from './command.js';
import { CurrentCalendar } from './current-calendar.js';

@Injectable()
export class AlertsAddCommand extends CalendarCommand {
  readonly path = 'alerts add';

  constructor(
    current: CurrentCalendar,
    private readonly alerts: AlertChannels,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const wish = call.word('events') ?? call.word('detail');
    if (wish !== undefined) return sentences(say('commands:alertsLater', { wish }));
    const channel = await call.platform.findChannel(call.caller, call.word('channel') ?? '');
    if (!channel.ok) return sentences(channel.problem.sentence);
    await this.alerts.add({ id: calendar.id, hostId: calendar.host.id }, channel.value);
    const { title } = calendar.settings;
    return sentences(say('commands:alertAdded', { title, channel: channel.value.channelName }));
  }
}

@Injectable()
export class AlertsRemoveCommand extends CalendarCommand {
  readonly path = 'alerts remove';

  constructor(
    current: CurrentCalendar,
    private readonly alerts: AlertChannels,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const channel = await call.platform.findChannel(call.caller, call.word('channel') ?? '');
    if (!channel.ok) return sentences(channel.problem.sentence);
    const removed = await this.alerts.remove(calendar.id, channel.value);
    const key = removed ? 'commands:alertRemoved' : 'commands:alertAbsent';
    return sentences(say(key, { channel: channel.value.channelName }));
  }
}

@Injectable()
export class AlertsListCommand extends CalendarCommand {
  readonly path = 'alerts list';

  constructor(
    current: CurrentCalendar,
    private readonly alerts: AlertChannels,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration): Promise<Message> {
    const channels = await this.alerts.ofCalendar(calendar.id);
    const { title } = calendar.settings;
    if (channels.length === 0) return sentences(say('commands:noAlerts', { title }));
    return {
      title: say('commands:alertsOf', { title }),
      lines: channels.map(({ channelName }) => [`• ${channelName}`]),
    };
  }
}

/** Posts a line to every channel, or to the one that is named, so that a host sees where the cards will appear. */
@Injectable()
export class AlertsTestCommand extends CalendarCommand {
  readonly path = 'alerts test';

  constructor(
    current: CurrentCalendar,
    private readonly alerts: AlertChannels,
  ) {
    super(current);
  }

  override async runOn(
    calendar: CalendarConfiguration,
    { platform, caller, word }: CommandCall,
  ): Promise<Message> {
    const { title } = calendar.settings;
    const all = await this.alerts.ofCalendar(calendar.id);
    if (all.length === 0) return sentences(say('commands:noAlerts', { title }));
    const name = word('channel');
    const named = name === undefined ? null : await platform.findChannel(caller, name);
    if (named && !named.ok) return sentences(named.problem.sentence);
    const channels = named ? all.filter((one) => isSameChannel(one, named.value)) : all;
    if (named && channels.length === 0) {
      return sentences(say('commands:testAbsent', { title, channel: named.value.channelName }));
    }
    const results = await Promise.all(
      channels.map(async (channel) => {
        const posted = await platform.post(
          channel,
          sentences(say('commands:testAlert', { title })),
        );
        const facts = { channel: channel.channelName };
        return posted.ok ? say('commands:testPosted', facts) : posted.problem.sentence;
      }),
    );
    return sentences(...results);
  }
}
