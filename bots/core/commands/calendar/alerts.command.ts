import { Injectable } from '@nestjs/common';
import type { AlertChannel } from '../../../../src/calendars/alerts/alert-channel.entity.js';
import {
  ALERT_DETAILS,
  type AlertDetail,
  type AlertOptions,
  describeOptions,
  publicNotes,
  readEvents,
} from '../../../../src/calendars/alerts/alert-options.js';
import { AlertChannels } from '../../../../src/calendars/alerts/alert-channels.service.js';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import type { FoundChannel } from '../../../../src/calendars/alerts/channel-finder.js';
import type { ChatIdentity } from '../../../../src/hosts/chat-identity.entity.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import type { SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import { keyNamed } from '../../forms/named-key.js';
import { isSameChannel } from '../../channel-key.js';
import { ChatPlatforms } from '../../chat-platforms.js';
import { Confirmations } from '../../dialogues/confirmations.js';
import { type Message, mistake, sentences } from '../../message.js';
import { CalendarCommand, type CommandCall } from '../command.js';
import { CurrentCalendar } from '../current-calendar.js';

/** Announces bookings in a channel. One that everybody can read is shown little, unless the host says more. */
@Injectable()
export class AlertsAddCommand extends CalendarCommand {
  readonly path = 'alerts add';

  constructor(
    current: CurrentCalendar,
    private readonly alerts: AlertChannels,
    private readonly confirmations: Confirmations,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const wished = wishedOptions(call);
    if (!wished.ok) return mistake(wished.problem.sentence);
    const found = await call.platform.findChannel(call.caller, call.word('channel') ?? '');
    if (!found.ok) return mistake(found.problem.sentence);
    const known = await this.known(calendar, found.value);
    const { detail } = wished.value;
    const question = detail === 'full' ? publicQuestion(found.value, known) : null;
    if (question !== null && !call.isConfirmed) return this.confirmations.ask(call, question);
    const place = { id: calendar.id, hostId: calendar.host.id };
    const alert = await this.alerts.add(place, found.value, wished.value);
    const { title } = calendar.settings;
    const options = describeOptions(optionsOf(alert));
    const isUsual = detail === undefined && !known;
    return sentences(
      say('alerts:added', { title, channel: alert.channelName, options }),
      ...(isUsual ? publicNotes([found.value]) : []),
    );
  }

  /** What the channel hears already. */
  private async known(
    { id }: CalendarConfiguration,
    found: FoundChannel,
  ): Promise<AlertChannel | undefined> {
    const all = await this.alerts.ofCalendar(id);
    return all.find((alert) => isSameChannel(alert, found));
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
    const word = call.word('channel') ?? '';
    const own = namedAlert(await this.alerts.ofCalendar(calendar.id), word, call.caller);
    if (own) {
      await this.alerts.removeById(calendar.id, own.id);
      return sentences(say('alerts:removed', { channel: own.channelName }));
    }
    const channel = await call.platform.findChannel(call.caller, word);
    if (!channel.ok) return mistake(channel.problem.sentence);
    const removed = await this.alerts.remove(calendar.id, channel.value);
    const key = removed ? 'alerts:removed' : 'alerts:absent';
    return sentences(say(key, { channel: channel.value.channelName }));
  }
}

/** By the platform's own name for the channel, or what it is called here; one that is gone has alerts, too. */
function namedAlert(
  alerts: readonly AlertChannel[],
  word: string,
  { platform, workspace }: ChatIdentity,
): AlertChannel | undefined {
  const key = keyNamed(word);
  const name = key.toLowerCase();
  return (
    alerts.find(({ channel }) => channel === key) ??
    alerts.find(
      (one) =>
        one.platform === platform &&
        one.workspace === workspace &&
        keyNamed(one.channelName).toLowerCase() === name,
    )
  );
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
    if (channels.length === 0) return sentences(say('alerts:none', { title }));
    return {
      title: say('alerts:title', { title }),
      lines: channels.map((alert) => {
        const options = describeOptions(optionsOf(alert));
        return [say('alerts:row', { channel: alert.channelName, options })];
      }),
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
    private readonly platforms: ChatPlatforms,
  ) {
    super(current);
  }

  override async runOn(
    calendar: CalendarConfiguration,
    { platform, caller, word }: CommandCall,
  ): Promise<Message> {
    const { title } = calendar.settings;
    const all = await this.alerts.ofCalendar(calendar.id);
    if (all.length === 0) return sentences(say('alerts:none', { title }));
    const name = word('channel');
    const named = name === undefined ? null : await platform.findChannel(caller, name);
    if (named && !named.ok) return mistake(named.problem.sentence);
    const channels = named ? all.filter((one) => isSameChannel(one, named.value)) : all;
    if (named && channels.length === 0) {
      return sentences(say('alerts:testAbsent', { title, channel: named.value.channelName }));
    }
    const results = await Promise.all(channels.map((channel) => this.test(channel, title)));
    return sentences(...results);
  }

  /** What became of it, in a sentence. */
  private async test(alert: AlertChannel, title: string): Promise<string> {
    const { channelName: channel, platform: name } = alert;
    if (!this.platforms.isConnected(name)) return say('alerts:away', { channel, platform: name });
    const platform = this.platforms.get(name);
    await platform.ready(alert);
    const posted = await platform.post(alert, sentences(say('alerts:test', { title })));
    return posted.ok ? say('alerts:testPosted', { channel }) : posted.problem.sentence;
  }
}

const optionsOf = ({ events = null, detail }: AlertChannel): AlertOptions => ({ events, detail });

/** `booked, cancelled first-name` in one breath, or each by its flag. */
function wishedOptions({ word }: CommandCall): Outcome<Partial<AlertOptions>, SentenceProblem> {
  const words = (word('events') ?? '').split(/\s+/).filter((one) => one !== '');
  const last = detailOf(words.at(-1));
  const detail = detailOf(word('detail')) ?? last;
  const named = last ? words.slice(0, -1) : words;
  if (named.length === 0) return done(detail ? { detail } : {});
  const events = readEvents(named.join(' '));
  return events.ok ? done({ events: events.value, ...(detail && { detail }) }) : events;
}

const detailOf = (word: string | undefined): AlertDetail | undefined =>
  ALERT_DETAILS.find((detail) => detail === word?.toLowerCase());

/** Before more people than the host may expect are shown everything; null where they are shown it already. */
function publicQuestion(
  { isPublic, channelName: channel }: FoundChannel,
  known: AlertChannel | undefined,
): string | null {
  return isPublic && known?.detail !== 'full' ? say('alerts:publicFull', { channel }) : null;
}
