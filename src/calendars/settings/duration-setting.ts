import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import type { SentenceProblem } from '../../shared/sentence-problem.js';
import { describeMinutes, parseMinutes } from '../words/duration.parser.js';
import { plainWords } from '../words/plain-words.js';
import type { CalendarSettings } from './calendar-settings.js';
import { lengthSchema } from './length-settings.js';
import { checked, type Setting } from './setting.js';

/** The lengths among which the attendee picks; the first is meant when nobody picks. */
export type Durations = readonly [first: number, ...further: number[]];

/** More than a row of links can show. */
const MOST_DURATIONS = 6;
const SEPARATOR = /\s*(?:,(?:\s*(?:or|and)\b)?|;|\/|\bor\b|\n)\s*/;
const DECIMAL = /^\d,\d{1,2} ?h/;

const tooMany = { error: () => say('settings:duration.tooMany', { most: MOST_DURATIONS }) };
const twice = { error: () => say('settings:duration.twice') };

/** The lengths beside the first. */
export const furtherDurationsSchema = z
  .array(lengthSchema)
  .max(MOST_DURATIONS - 1, tooMany)
  .refine((lengths) => new Set(lengths).size === lengths.length, twice);

const schema: z.ZodType<Durations> = z
  .tuple([lengthSchema], lengthSchema)
  .refine((lengths) => lengths.length <= MOST_DURATIONS, tooMany)
  .refine((lengths) => new Set(lengths).size === lengths.length, twice);

export const durationSetting: Setting<Durations> = {
  name: 'duration',
  schema,
  parse: (text) => checked(schema, readDurations(text)),
  describe: (durations) => durations.map(describeMinutes).join(', '),
  from: offeredDurations,
  patch: ([durationMinutes, ...furtherDurationsMinutes]) => ({
    durationMinutes,
    furtherDurationsMinutes,
  }),
};

/** All lengths that are offered, the one that is meant without another word first. */
export function offeredDurations({
  durationMinutes,
  furtherDurationsMinutes,
}: Pick<CalendarSettings, 'durationMinutes' | 'furtherDurationsMinutes'>): Durations {
  return [durationMinutes, ...furtherDurationsMinutes];
}

/** `1,5h` is one length, `15, 30` and `1 h, 30 min` are two. */
function readDurations(text: string): Outcome<number[], SentenceProblem> {
  const words = plainWords(text);
  const lengths: number[] = [];
  for (const part of DECIMAL.test(words) ? [words] : words.split(SEPARATOR)) {
    const minutes = parseMinutes(part);
    if (!minutes.ok) return minutes;
    lengths.push(minutes.value);
  }
  return done(lengths);
}
