import type {
  CalendarConfiguration,
  CalendarState,
} from '../../../src/calendars/calendar-configuration.js';
import { describeBackToBack } from '../../../src/calendars/settings/back-to-back.js';
import {
  type CalendarSettings,
  DEFAULT_SETTINGS,
} from '../../../src/calendars/settings/calendar-settings.js';
import { settingEntries } from '../../../src/calendars/settings/setting-change.js';
import { zoneAt } from '../../../src/calendars/settings/zone-at.js';
import { say } from '../../../src/language/say.js';
import type { Slot } from '../../../src/slots/find-slots.js';
import { type Button, type Line, link, type Message, time } from '../message.js';
import { commandButton } from './command-button.js';

export interface LinkFacts {
  readonly url: string;
  /** Only this machine can open the link. */
  readonly isLoopback: boolean;
}

export interface CalendarCardFacts {
  readonly configuration: CalendarConfiguration;
  readonly link: LinkFacts;
  readonly state: CalendarState;
  readonly nextTimes: readonly Slot[];
  readonly channels: readonly string[];
}

const SHOWN = ['duration', 'hours', 'buffer', 'timezone', 'step', 'notice', 'window'] as const;
/** Shown where they differ from what a calendar starts with. */
const SHOWN_IF_SET = [
  'approval',
  'travel',
  'limit',
  'one-at-a-time',
  'cutoff',
  'reminders',
  'location',
  'questions',
  'guests',
  'consent',
  'terms',
  'after-booking',
  'colour',
  'lock-zone',
  'embed-sites',
] as const;
type ShownName = (typeof SHOWN | typeof SHOWN_IF_SET)[number];

/** What `setup` answers once the calendar is saved. */
export function savedCard(
  facts: CalendarCardFacts & { readonly notes: readonly string[] },
): Message {
  const { configuration, notes } = facts;
  const { settings } = configuration;
  return {
    title: say('calendar:saved', { title: settings.title, summary: summary(settings) }),
    lines: [
      ...notes.map((note): Line => [note]),
      [say('calendar:yourLink')],
      ...linkLines(facts.link),
      ...nextTimesLines(facts, settings),
      [describeBackToBack(settings)],
      [alertsLine(facts)],
      [say('calendar:nothingConnected')],
    ],
    buttons: calendarButtons(),
  };
}

/** What its host does next: others are told of it, or it is made to fit. */
export const shareButton = (): Button =>
  commandButton('link post', say('calendar:next.share'), 'primary');

const calendarButtons = (): Button[] => [
  shareButton(),
  commandButton('settings', say('calendar:next.settings')),
  commandButton('hours set', say('calendar:next.hours')),
];

/** What `show` answers: every setting, the link, the next free times. */
export function settingsCard(facts: CalendarCardFacts): Message {
  const { settings } = facts.configuration;
  return {
    title: settings.title,
    lines: [
      ...(settings.description === '' ? [] : [[settings.description]]),
      ...settingLines(settings),
      [alertsLine(facts)],
      ...linkLines(facts.link),
      ...nextTimesLines(facts, settings),
    ],
    buttons: calendarButtons(),
  };
}

/** What is left in a channel for others: it holds nothing that would grow old. */
export function sharedCard({
  configuration,
  link: { url },
}: Pick<CalendarCardFacts, 'configuration' | 'link'>): Message {
  return {
    title: say('calendar:shared.title', { title: configuration.settings.title }),
    lines: [...aboutLines(configuration), [link(url)]],
    buttons: [bookButton(configuration)],
  };
}

/** What is shown below a link that somebody posted: it is looked at now. */
export function previewCard(
  facts: Pick<CalendarCardFacts, 'configuration' | 'state' | 'nextTimes'>,
): Message {
  const { configuration } = facts;
  const { title } = configuration.settings;
  return {
    title: say('calendar:shared.title', { title }),
    lines: [...aboutLines(configuration), ...nextTimesLines(facts, configuration.settings)],
    buttons: [bookButton(configuration)],
  };
}

/** With whom, how long, and what it is about. */
function aboutLines({ host, settings }: CalendarConfiguration): Line[] {
  const facts = { host: host.name, duration: settingEntries.duration.describeIn(settings) };
  return [
    [say('calendar:shared.with', facts)],
    ...(settings.description === '' ? [] : [[settings.description]]),
  ];
}

const bookButton = ({ id }: CalendarConfiguration): Button => ({
  ...{ verb: 'start-booking', subject: id, look: 'primary' },
  label: say('calendar:shared.book'),
});

/** The link on a line of its own, and a warning when nobody else could open it. */
export function linkLines({ url, isLoopback }: LinkFacts, label?: string): Line[] {
  return [[link(url, label)], ...(isLoopback ? [[say('calendar:loopbackLink')]] : [])];
}

/** What people would see of the calendar now: its next free times, or why there are none. */
export function nextTimesLines(
  { state, nextTimes: slots }: Pick<CalendarCardFacts, 'state' | 'nextTimes'>,
  settings: CalendarSettings,
): Line[] {
  if (state.kind !== 'open') return [closedLine(state, settings)];
  if (slots.length === 0) return [[nothingFree(settings)]];
  return [
    [say('calendar:nextTimes')],
    ...slots.map(({ start }): Line => ['• ', time(start, zoneAt(settings, start))]),
  ];
}

/** Duration, hours and zone in one breath. */
export function summary(settings: CalendarSettings): string {
  return (['duration', 'hours', 'timezone'] as const)
    .map((name) => settingEntries[name].describeIn(settings))
    .join(', ');
}

/** Every setting that is worth a line, but the one that is said elsewhere. */
export const settingLines = (settings: CalendarSettings, elsewhere?: ShownName): Line[] =>
  [...SHOWN, ...setAgain(settings)]
    .filter((name) => name !== elsewhere)
    .map((name) => [settingLine(name, settings)]);

function setAgain(settings: CalendarSettings): readonly ShownName[] {
  const fresh = { ...settings, ...DEFAULT_SETTINGS };
  return SHOWN_IF_SET.filter((name) => {
    const entry = settingEntries[name];
    return entry.describeIn(settings) !== entry.describeIn(fresh);
  });
}

function settingLine(name: ShownName, settings: CalendarSettings): string {
  return say('calendar:setting', {
    name: say(`calendar:names.${name}`),
    value: settingEntries[name].describeIn(settings),
  });
}

function alertsLine({ channels, configuration }: CalendarCardFacts): string {
  return channels.length === 0
    ? say('calendar:noAlerts', { host: configuration.host.name })
    : say('calendar:alertsIn', { channels: channels.join(', ') });
}

function closedLine(
  state: Exclude<CalendarState, { kind: 'open' }>,
  { title, timeZone }: CalendarSettings,
): Line {
  if (state.kind === 'off') return [say('calendar:off', { title })];
  if (state.until === null) return [say('calendar:paused', { title })];
  return [say('calendar:pausedUntil', { title }), ' ', time(state.until, timeZone)];
}

function nothingFree({ bookingWindow }: CalendarSettings): string {
  return bookingWindow.kind === 'rolling'
    ? say('calendar:nothingFree', { count: bookingWindow.days })
    : say('calendar:nothingFreeAtAll');
}
