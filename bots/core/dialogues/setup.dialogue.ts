import { z } from 'zod';
import {
  type CalendarSettings,
  checkTogether,
  DEFAULT_SETTINGS,
} from '../../../src/calendars/settings/calendar-settings.js';
import {
  missingForLink,
  type RequiredPart,
} from '../../../src/calendars/settings/missing-settings.js';
import { settingEntries } from '../../../src/calendars/settings/setting-change.js';
import type { SettingContext, SettingName } from '../../../src/calendars/settings/setting.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../../src/shared/sentence-problem.js';
import { say } from '../../../src/language/say.js';

/** The texts given so far, by setting name; `alerts` names channels. */
export type SetupTexts = Readonly<Partial<Record<SetupField, string>>>;
export type SetupField = SettingName | 'alerts';

/** What the form asks, in this order. */
export const ASKED = [
  'title',
  'duration',
  'hours',
  'buffer-after',
  'timezone',
  'location',
  'alerts',
] as const;
export type AskedField = (typeof ASKED)[number];

/** What `setup` understands beside what it asks. */
export const UNASKED = [
  'description',
  'step',
  'offset',
  'buffer',
  'buffer-before',
  'notice',
  'window',
] as const;

export const SETUP_FIELDS: readonly SetupField[] = [...ASKED, ...UNASKED];

/** Days such as `today` depend on the zone, so the zone comes first. */
const READ_ORDER: readonly SetupField[] = [
  'timezone',
  ...SETUP_FIELDS.filter((name) => name !== 'timezone'),
];

export const setupStateSchema = z.object({
  /** The buttons of its preview name it. */
  id: z.string(),
  texts: z.partialRecord(z.string(), z.string()),
  /** True once everything was asked and only the word to save is missing. */
  isPreview: z.boolean(),
});

export interface SetupState {
  readonly id: string;
  readonly texts: SetupTexts;
  readonly isPreview: boolean;
}

export interface SetupReading {
  readonly settings: CalendarSettings;
  /** What was not said and must be before there is a link. */
  readonly missing: readonly RequiredPart[];
  readonly notes: readonly string[];
  /** Something unusual that should be confirmed, such as hours past midnight. */
  readonly confirm: string | null;
}

/** What to ask next, or null when all is known. */
export function nextQuestion(texts: SetupTexts): AskedField | null {
  const given = new Set(Object.keys(texts));
  if (given.has('buffer') || given.has('buffer-before')) given.add('buffer-after');
  return ASKED.find((name) => !given.has(name)) ?? null;
}

/** Takes an answer to the question that stands; an empty one takes what the question proposes. */
export function withAnswer(
  texts: SetupTexts,
  answer: { readonly field: AskedField; readonly text: string },
  context: SettingContext & { readonly proposals: Readonly<Record<AskedField, string>> },
): Outcome<SetupTexts, SentenceProblem> {
  const text = answer.text.trim() === '' ? context.proposals[answer.field] : answer.text;
  if (answer.field !== 'alerts') {
    const read = settingEntries[answer.field].read(text, context);
    if (!read.ok) return read;
  }
  return done({ ...texts, [answer.field]: text });
}

/** Other hours in place of those so far, on the same days where none are named; null when they are none. */
export function withHours(
  texts: SetupTexts,
  text: string,
  context: SettingContext,
): SetupTexts | null {
  const days = /^\D*/.exec(texts.hours ?? '')?.[0] ?? '';
  const hours = [text, `${days}${text}`].find(
    (said) => settingEntries.hours.read(said, context).ok,
  );
  return hours === undefined ? null : { ...texts, hours };
}

/** All texts together as the settings of a calendar; what was not said has its default. */
export function readSetup(
  texts: SetupTexts,
  context: SettingContext & { readonly title: string },
): Outcome<SetupReading, SentenceProblem> {
  let said: Partial<CalendarSettings> = {};
  const notes: string[] = [];
  let confirm: string | null = null;
  for (const name of READ_ORDER) {
    const text = texts[name];
    if (text === undefined || name === 'alerts') continue;
    const timeZone = said.timeZone ?? context.timeZone;
    const read = settingEntries[name].read(text, { ...context, timeZone, current: said });
    if (!read.ok) {
      return refusedWith(say('commands:flagProblem', { name, problem: read.problem.sentence }));
    }
    said = { ...said, ...read.value.patch };
    notes.push(...read.value.notes);
    confirm = read.value.confirm ?? confirm;
  }
  const { title, timeZone } = context;
  const together = checkTogether({ ...DEFAULT_SETTINGS, title, timeZone, ...said });
  if (!together.ok) return together;
  return done({
    settings: together.value,
    missing: missingForLink(said),
    notes,
    confirm,
  });
}
