import {
  type CalendarSettings,
  checkTogether,
} from '../../../../src/calendars/settings/calendar-settings.js';
import {
  settingEntries,
  type SettingDifference,
} from '../../../../src/calendars/settings/setting-change.js';
import type { SettingName } from '../../../../src/calendars/settings/setting.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../../../src/shared/sentence-problem.js';

/** New values of some settings, as they were written. */
export type SettingTexts = Readonly<Partial<Record<SettingName, string>>>;

/** What some texts make of the settings of a calendar. */
export interface SettingsReading {
  /** Only what is another value than before. */
  readonly patch: Partial<CalendarSettings>;
  readonly settings: CalendarSettings;
  readonly differences: readonly SettingDifference[];
  readonly notes: readonly string[];
  /** A question to ask before it is saved. */
  readonly confirm?: string;
}

/** Reads one text after the other, so that they may depend on each other: dates on the zone. */
export function readSettings(
  present: CalendarSettings,
  texts: SettingTexts,
  now: number,
): Outcome<SettingsReading, SentenceProblem> {
  let reading: SettingsReading = {
    ...{ patch: {}, settings: present, differences: [], notes: [] },
  };
  for (const name of namesIn(texts)) {
    const next = withText(reading, name, { text: texts[name] ?? '', now });
    if (!next.ok) return isOne(texts) ? next : named(name, next.problem);
    reading = next.value;
  }
  const together = checkTogether(reading.settings);
  return together.ok ? done(reading) : together;
}

/** The zone comes first. */
const namesIn = (texts: SettingTexts): readonly SettingName[] =>
  Object.values(settingEntries)
    .map(({ name }) => name)
    .filter((name) => texts[name] !== undefined)
    .toSorted((one, other) => Number(other === 'timezone') - Number(one === 'timezone'));

function withText(
  { patch, settings, differences, notes, ...asked }: SettingsReading,
  name: SettingName,
  { text, now }: { readonly text: string; readonly now: number },
): Outcome<SettingsReading, SentenceProblem> {
  const entry = settingEntries[name];
  const context = { now, timeZone: settings.timeZone, current: settings };
  const read = entry.read(text, context);
  if (!read.ok) return read;
  const before = entry.describeIn(settings);
  const { after, confirm } = read.value;
  if (before === after) {
    // Nothing is asked and nothing said about what stays as it is.
    return done({ patch, settings, differences, notes, ...asked });
  }
  return done({
    patch: { ...patch, ...read.value.patch },
    settings: { ...settings, ...read.value.patch },
    differences: [...differences, { name, before, after }],
    notes: [...notes, ...read.value.notes],
    ...(confirm === undefined ? asked : { confirm }),
  });
}

const isOne = (texts: SettingTexts): boolean => namesIn(texts).length === 1;

function named(name: SettingName, { sentence }: SentenceProblem) {
  const label = say(`calendar:names.${name}`);
  return refusedWith(say('calendar:setting', { name: label, value: sentence }));
}
