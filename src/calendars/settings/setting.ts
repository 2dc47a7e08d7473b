import type { z } from 'zod';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import type { CalendarSettings } from './calendar-settings.js';

/** What a text is read against. */
export interface SettingContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA name: the calendar's zone, or the host's while there is no calendar. */
  readonly timeZone: string;
  /** The settings so far: `sat 10-14` and `before 5` change a part and leave the rest as it is. */
  readonly current?: Partial<CalendarSettings>;
}

/** A value as read from text. */
export interface Reading<Value> {
  readonly value: Value;
  /** What was changed or assumed on the way, a sentence each. */
  readonly notes: readonly string[];
  /** A question to ask before the value is saved. */
  readonly confirm?: string;
}

/**
 * One setting of a booking calendar, the same for chat, API and page: `schema` checks a value from
 * JSON, `parse` reads one from text, `describe` says it so that `parse` reads it back.
 */
export interface Setting<Value> {
  readonly name: SettingName;
  readonly schema: z.ZodType<Value>;
  parse(text: string, context: SettingContext): Outcome<Reading<Value>, SentenceProblem>;
  describe(value: Value): string;
  /** The value within settings, and the part of the settings that a value stands for. */
  readonly from: (settings: CalendarSettings) => Value;
  readonly patch: (value: Value) => Partial<CalendarSettings>;
}

export type SettingName =
  | 'title'
  | 'description'
  | 'duration'
  | 'step'
  | 'offset'
  | 'buffer'
  | 'buffer-before'
  | 'buffer-after'
  | 'timezone'
  | 'hours'
  | 'notice'
  | 'window'
  | 'travel'
  | 'limit'
  | 'one-at-a-time'
  | 'cutoff'
  | 'location'
  | 'questions'
  | 'guests'
  | 'consent'
  | 'terms'
  | 'approval'
  | 'reminders'
  | 'after-booking'
  | 'colour'
  | 'lock-zone'
  | 'embed-sites';

/** Text becomes a value and passes the same schema as JSON does, so that both refuse alike. */
export function checked<Value>(
  schema: z.ZodType<Value>,
  read: Outcome<unknown, SentenceProblem>,
  more: Omit<Reading<Value>, 'value'> = { notes: [] },
): Outcome<Reading<Value>, SentenceProblem> {
  if (!read.ok) return read;
  const result = schema.safeParse(read.value);
  if (result.success) return done({ ...more, value: result.data });
  return refusedWith(result.error.issues[0]?.message ?? '');
}
