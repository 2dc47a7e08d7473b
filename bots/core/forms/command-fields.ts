import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { settingEntries } from '../../../src/calendars/settings/setting-change.js';
import type { CalendarSettings } from '../../../src/calendars/settings/calendar-settings.js';
import type { SettingName } from '../../../src/calendars/settings/setting.js';
import { say } from '../../../src/language/say.js';
import { type ArgumentEntry, type CommandEntry, namedArguments } from '../grammar/command-entry.js';
import type { Choice } from '../message.js';
import { keyNamed } from './named-key.js';
import type { FieldKind, FormField, FormValues } from './form.js';

/** What is known when the fields of a command are made. */
export interface CommandFieldFacts {
  readonly values: FormValues;
  /** Of the calendar that the command is about, if it is about one. */
  readonly settings: CalendarSettings | null;
  /** The calendars that can be named. */
  readonly calendars: readonly CalendarConfiguration[];
  /** The bookings that can be named, by their codes. */
  readonly bookings: readonly Choice[];
}

const KINDS: Readonly<Partial<Record<ArgumentEntry['type'], FieldKind>>> = {
  ...{ integer: 'number', 'yes-no': 'choice', choice: 'choice' },
  ...{ person: 'person', channel: 'channel' },
};

/** The settings that hold several lines. */
const LONG: ReadonlySet<string> = new Set(['description', 'after-booking']);
/** They are on or off. */
const ON_OFF: ReadonlySet<string> = new Set(['one-at-a-time', 'lock-zone']);
/** They are added to, so what there is already does not stand in their field. */
const ADDED: ReadonlySet<SettingName> = new Set(['travel']);

/** One field for each argument and flag; nobody is asked beforehand whether they mean it. */
export const commandFields = (command: CommandEntry, facts: CommandFieldFacts): FormField[] =>
  namedArguments(command)
    .filter(({ name }) => name !== 'yes')
    .flatMap((argument) => fieldsOf(command, argument, facts));

/** The setting that an argument is the new value of; null when it is none. */
export function settingOf({ path }: CommandEntry, { name }: ArgumentEntry): SettingName | null {
  const isSetting = /^(?:set|look|hours) /.test(path);
  return (
    (isSetting && Object.values(settingEntries).find((one) => one.name === name)?.name) || null
  );
}

/** Where an address names somebody who is not on the platform. */
export const emailId = (name: string): string => `${name} email`;

function fieldsOf(
  command: CommandEntry,
  argument: ArgumentEntry,
  facts: CommandFieldFacts,
): readonly FormField[] {
  const field = fieldOf(command, argument, facts);
  if (argument.mayBeEmail !== true) return [field];
  const { name } = argument;
  const typed = facts.values[name] ?? '';
  const isEmail = /^[^@\s<]+@/.test(typed);
  const email: FormField = {
    ...{ id: emailId(name), kind: 'email', isRequired: false },
    label: say('forms:orEmail'),
    value: isEmail ? typed : (facts.values[emailId(name)] ?? ''),
  };
  return [{ ...field, isRequired: false, value: isEmail ? '' : field.value }, email];
}

function fieldOf(
  command: CommandEntry,
  argument: ArgumentEntry,
  facts: CommandFieldFacts,
): FormField {
  const { name, type, summary, example, isRequired } = argument;
  const setting = settingOf(command, argument);
  const options = optionsOf(argument, facts);
  const isPicked = options.length > 0;
  const kind = isPicked ? 'choice' : (KINDS[type] ?? (LONG.has(name) ? 'lines' : 'line'));
  const said = facts.values[name];
  const typed = kind === 'person' || kind === 'channel' ? said && keyNamed(said) : said;
  const value = typed ?? presentValue(setting, options, facts);
  const isOffered = !isPicked || options.some(({ id }) => id === value);
  return {
    ...{ id: name, kind, isRequired, hint: summary },
    label: setting === null ? labelOf(name) : say(`calendar:names.${setting}`),
    value: isOffered ? value : '',
    ...(isPicked ? { options } : { example: unquoted(example) }),
  };
}

function optionsOf(
  { name, type, choices }: ArgumentEntry,
  { calendars, bookings }: CommandFieldFacts,
): readonly Choice[] {
  if (type === 'booking') return bookings;
  if (type === 'calendar') {
    return calendars.map(({ slug, settings }) => ({ id: slug, label: settings.title }));
  }
  const isSwitch = ON_OFF.has(name);
  const ids = type === 'yes-no' ? ['yes', 'no'] : isSwitch ? ['on', 'off'] : choices;
  return ids.map((id) => ({ id, label: id }));
}

/** The value that is set; of several that can be chosen, the one that would change nothing. */
function presentValue(
  setting: SettingName | null,
  options: readonly Choice[],
  { settings }: CommandFieldFacts,
): string {
  if (setting === null || settings === null || ADDED.has(setting)) return '';
  const entry = settingEntries[setting];
  const present = entry.describeIn(settings);
  if (options.length === 0) return present === say('settings:none') ? '' : present;
  const context = { now: 0, timeZone: settings.timeZone, current: settings };
  const set = options.find(({ id }) => {
    const read = entry.read(id, context);
    return read.ok && read.value.after === present;
  });
  return set?.id ?? '';
}

/** `one-at-a-time` as `One at a time`: the word that would be typed. */
const labelOf = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;

const unquoted = (example: string): string => example.replace(/^"(.*)"$/, '$1');
