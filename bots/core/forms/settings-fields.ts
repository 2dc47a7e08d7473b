import { settingEntries } from '../../../src/calendars/settings/setting-change.js';
import type { SettingName } from '../../../src/calendars/settings/setting.js';
import type { CalendarSettings } from '../../../src/calendars/settings/calendar-settings.js';
import type { SettingTexts } from '../commands/settings/setting-texts.js';
import { findCommand, type Grammar } from '../grammar/grammar.js';
import { wrongArguments } from './argument-check.js';
import { commandFields } from './command-fields.js';
import type { FieldSentences } from './form-script.js';
import type { FormField, FormValues } from './form.js';

/** What hosts change most, in this order; everything else has a command. */
const SHOWN = [
  ...['set title', 'look description', 'set duration', 'set step', 'set buffer', 'set timezone'],
  ...['set notice', 'set window', 'set limit', 'set one-at-a-time', 'set approval'],
  ...['set location', 'set guests', 'set cutoff', 'set reminders'],
];
/** Nothing in their field takes away what is set. */
const EMPTIABLE: ReadonlySet<string> = new Set<SettingName>([
  ...(['description', 'buffer', 'notice', 'limit', 'location', 'guests', 'reminders'] as const),
]);
/** They decide which times are free. */
const LIVE: ReadonlySet<string> = new Set<SettingName>([
  ...(['duration', 'step', 'buffer', 'timezone', 'notice', 'window', 'limit'] as const),
]);

const NOTHING = 'none';

const commandsOf = (grammar: Grammar) =>
  SHOWN.flatMap((path) => findCommand(grammar, 'schedule', path) ?? []);

/** The fields of the commands that change one setting each, with what is set. */
export const settingsFields = (
  grammar: Grammar,
  settings: CalendarSettings,
  values: FormValues,
): readonly FormField[] =>
  commandsOf(grammar)
    .flatMap((command) => commandFields(command, { values, settings, calendars: [], bookings: [] }))
    .map((field) => ({
      ...field,
      isRequired: !EMPTIABLE.has(field.id),
      ...(LIVE.has(field.id) ? { isLive: true } : {}),
    }));

/** What is wrong with one by itself. */
export const wrongSettings = (
  grammar: Grammar,
  values: FormValues,
  reading: { readonly now: number; readonly timeZone: string },
): FieldSentences => {
  const texts = { ...values, ...settingTexts(values) };
  const wrong = commandsOf(grammar).map((command) => wrongArguments(command, texts, reading));
  return Object.fromEntries(wrong.flatMap((one) => Object.entries(one)));
};

/** The texts of the settings that were shown. */
export const settingTexts = (values: FormValues): SettingTexts =>
  Object.fromEntries(
    Object.values(settingEntries).flatMap(({ name }) => {
      const text = values[name];
      if (text === undefined) return [];
      const isEmptied = text.trim() === '' && EMPTIABLE.has(name);
      return [[name, isEmptied ? NOTHING : text] as const];
    }),
  );
