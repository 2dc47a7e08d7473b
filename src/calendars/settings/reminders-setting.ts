import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { describeMinutes, parseMinutes } from '../words/duration.parser.js';
import { plainWords, quoted } from '../words/plain-words.js';
import { checked, type Setting, type SettingContext } from './setting.js';

/** How many minutes before the start each side is reminded, the longest first. */
export interface Reminders {
  readonly attendeeMinutes: readonly number[];
  readonly hostMinutes: readonly number[];
}

export const DEFAULT_REMINDERS: Reminders = { attendeeMinutes: [1_440, 60], hostMinutes: [10] };

/** Fourteen days. */
export const LONGEST_REMINDER_MINUTES = 20_160;
const SHORTEST_MINUTES = 5;
const MOST = 3;

const range = { error: () => say('settings:reminders.range') };
const lengths = z
  .array(z.int(range).min(SHORTEST_MINUTES, range).max(LONGEST_REMINDER_MINUTES, range), range)
  .max(MOST, range)
  .overwrite((minutes) => [...new Set(minutes)].toSorted((a, b) => b - a));
const schema: z.ZodType<Reminders> = z.strictObject({
  attendeeMinutes: lengths,
  hostMinutes: lengths,
});

const PART =
  /(?:(?:and )?(attendees?|host) )?(?:at )?(.+?)(?: before)?(?:[ ,;]+(?=(?:and )?(?:attendees?|host) )|$)/y;
const OFF = /^(?:off|none|never|no)$/;
const BETWEEN = / ?, ?(?:and )?| and /;

/** `24h, 1h` says when attendees are reminded, `host 10m` when the host is, a bare `off` ends both. */
export const remindersSetting: Setting<Reminders> = {
  name: 'reminders',
  schema,
  parse: (text, context) => checked(schema, readReminders(text, context)),
  describe: ({ attendeeMinutes, hostMinutes }) =>
    say('settings:reminders.whole', {
      attendee: describeLengths(attendeeMinutes),
      host: describeLengths(hostMinutes),
    }),
  from: ({ reminders }) => reminders,
  patch: (reminders) => ({ reminders }),
};

function describeLengths(minutes: readonly number[]): string {
  if (minutes.length === 0) return say('settings:reminders.off');
  return say('settings:reminders.before', { lengths: minutes.map(describeMinutes).join(', ') });
}

function readReminders(
  text: string,
  { current }: SettingContext,
): Outcome<Reminders, SentenceProblem> {
  const unreadable = refusedWith(say('settings:reminders.unreadable', { text: quoted(text) }));
  const words = plainWords(text).replaceAll('\n', ' ');
  if (OFF.test(words)) return done({ attendeeMinutes: [], hostMinutes: [] });
  const pattern = new RegExp(PART);
  let reminders = current?.reminders ?? DEFAULT_REMINDERS;
  while (pattern.lastIndex < words.length) {
    const [, who = 'attendee', value = ''] = pattern.exec(words) ?? [];
    const minutes = readLengths(value);
    if (minutes === null) return unreadable;
    const part = who === 'host' ? { hostMinutes: minutes } : { attendeeMinutes: minutes };
    reminders = { ...reminders, ...part };
  }
  return words === '' ? unreadable : done(reminders);
}

/** Null when one of them is no length. */
function readLengths(value: string): readonly number[] | null {
  if (OFF.test(value)) return [];
  const read = value.split(BETWEEN).map((word) => parseMinutes(word));
  const minutes = read.flatMap((length) => (length.ok ? [length.value] : []));
  return minutes.length < read.length ? null : minutes;
}
