import { describeOptions } from '../../../src/calendars/alerts/alert-options.js';
import type { AlertChannel } from '../../../src/calendars/alerts/alert-channel.entity.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { settingEntries } from '../../../src/calendars/settings/setting-change.js';
import { say } from '../../../src/language/say.js';
import {
  type CalendarCardFacts,
  linkLines,
  nextTimesLines,
  settingLines,
} from '../cards/calendar.card.js';
import { calendarRow } from '../cards/calendar-row.js';
import { commandButton } from '../cards/command-button.js';
import { offListCard, offRemovals, type OffFacts } from '../cards/off-list.card.js';
import type { Button, Message } from '../message.js';

/** So many buttons of a section name one of the things in it; the rest are named by command. */
const MOST_NAMED = 5;

/** The calendar in use, and what people see of it now. */
export function linkSection(facts: CalendarCardFacts): Message {
  const { configuration, state, link } = facts;
  const { settings } = configuration;
  const turn =
    state.kind === 'paused'
      ? commandButton('resume', say('home:link.resume'))
      : commandButton('pause', say('home:link.pause'));
  return {
    title: settings.title,
    lines: [...linkLines(link, say('home:link.open')), ...nextTimesLines(facts, settings)],
    code: link.url,
    buttons: [commandButton('link post', say('home:link.share'), 'primary'), turn],
  };
}

export const settingsSection = ({ settings }: CalendarConfiguration): Message => ({
  title: say('home:settings.title'),
  lines: settingLines(settings, 'hours'),
  buttons: [
    commandButton('settings', say('home:settings.edit')),
    commandButton('set questions', say('calendar:names.questions')),
  ],
});

export const hoursSection = ({ settings }: CalendarConfiguration): Message => ({
  title: say('home:hours.title'),
  lines: [
    [
      say('commands:hours', {
        hours: settingEntries.hours.describeIn(settings),
        zone: settingEntries.timezone.describeIn(settings),
      }),
    ],
  ],
  buttons: [commandButton('hours set', say('home:hours.edit'))],
});

export const offSection = (facts: OffFacts): Message => ({
  ...offListCard(facts),
  title: say('commands:off.title'),
  buttons: [
    commandButton('off add', say('home:off.add')),
    ...offRemovals(facts)
      .slice(0, MOST_NAMED)
      .map(({ words, shown: what }) =>
        commandButton(`off remove ${words}`, say('home:off.remove', { what })),
      ),
  ],
});

export function alertsSection(
  { settings: { title } }: CalendarConfiguration,
  channels: readonly AlertChannel[],
): Message {
  const rows = channels.map(({ channelName: channel, events = null, detail }) => [
    say('alerts:row', { channel, options: describeOptions({ events, detail }) }),
  ]);
  return {
    title: say('home:alerts.title'),
    lines: rows.length === 0 ? [[say('alerts:none', { title })]] : rows,
    buttons: [
      commandButton('alerts add', say('home:alerts.add')),
      ...channels
        .slice(0, MOST_NAMED)
        .map(({ channel: key, channelName: channel }) =>
          commandButton(`alerts remove ${key}`, say('home:alerts.remove', { channel })),
        ),
    ],
  };
}

export function calendarsSection(
  calendars: readonly CalendarConfiguration[],
  current: CalendarConfiguration,
  now: number,
): Message {
  const numbered = calendars.map((calendar, index) => ({ calendar, number: index + 1 }));
  const others = numbered.filter(({ calendar }) => calendar.id !== current.id);
  const use = others
    .slice(0, MOST_NAMED)
    .map(({ calendar, number }): Button =>
      commandButton(
        `calendar use ${number}`,
        say('home:calendars.use', { title: calendar.settings.title }),
      ),
    );
  return {
    title: say('commands:yourCalendars'),
    lines: numbered.map(({ calendar, number }) => [
      calendarRow(calendar, { number, isCurrent: calendar.id === current.id }, now),
    ]),
    buttons: [...use, commandButton('setup', say('home:calendars.another'))],
  };
}
