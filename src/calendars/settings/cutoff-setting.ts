import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { describeMinutes, parseMinutes } from '../words/duration.parser.js';
import { plainWords, quoted } from '../words/plain-words.js';
import { checked, type Setting, type SettingContext } from './setting.js';

/** Until when attendees may change a booking by themselves, and whether they are asked why. */
export interface Cutoffs {
  /** Minutes before the start; null: not at all. */
  readonly cancelMinutes: number | null;
  readonly moveMinutes: number | null;
  readonly reason: ReasonRule;
}

export type ReasonRule = 'none' | 'optional' | 'required';

export const DEFAULT_CUTOFFS: Cutoffs = { cancelMinutes: 0, moveMinutes: 0, reason: 'optional' };

/** One year. */
const MOST_MINUTES = 527_040;
const range = { error: () => say('settings:cutoff.range') };
const cutoff = z.int(range).min(0, range).max(MOST_MINUTES, range).nullable();
const schema: z.ZodType<Cutoffs> = z.strictObject({
  cancelMinutes: cutoff,
  moveMinutes: cutoff,
  reason: z.enum(['none', 'optional', 'required'], range),
});

const PART =
  /(cancel|move|reason)(?:ling|ing)? (.+?)(?:[ ,;]+(?:and )?(?=(?:cancel|move|reason))|$)/y;
const NEVER = /^(?:never|not(?: at all)?|no|forbidden)$/;
const START = /^(?:(?:the )?start|none|off|0|always|allowed)$/;
const REASONS: Readonly<Record<string, ReasonRule>> = {
  ...{ required: 'required', needed: 'required', on: 'required' },
  ...{ optional: 'optional', asked: 'optional' },
  ...{ none: 'none', off: 'none', never: 'none', no: 'none', 'not asked': 'none' },
};

/** `cancel 2h`, `move never` and `reason required` change one thing each; a bare `2h` both cut-offs. */
export const cutoffSetting: Setting<Cutoffs> = {
  name: 'cutoff',
  schema,
  parse: (text, context) => checked(schema, readCutoffs(text, context)),
  describe: describeCutoffs,
  from: ({ cutoffs }) => cutoffs,
  patch: (cutoffs) => ({ cutoffs }),
};

function describeCutoffs({ cancelMinutes, moveMinutes, reason }: Cutoffs): string {
  return say('settings:cutoff.whole', {
    cancel: describeCutoff(cancelMinutes),
    move: describeCutoff(moveMinutes),
    reason: say(`settings:cutoff.reason.${reason}`),
  });
}

function describeCutoff(minutes: number | null): string {
  if (minutes === null) return say('settings:cutoff.never');
  if (minutes === 0) return say('settings:cutoff.start');
  return say('settings:cutoff.until', { length: describeMinutes(minutes) });
}

function readCutoffs(text: string, { current }: SettingContext): Outcome<Cutoffs, SentenceProblem> {
  const words = plainWords(text).replaceAll('\n', ' ');
  const before = current?.cutoffs ?? DEFAULT_CUTOFFS;
  const both = readCutoff(words);
  if (both !== undefined) return done({ ...before, cancelMinutes: both, moveMinutes: both });
  const pattern = new RegExp(PART);
  let cutoffs = before;
  while (pattern.lastIndex < words.length) {
    const [, what, value = ''] = pattern.exec(words) ?? [];
    const changed = what === undefined ? null : changedBy(what, value);
    if (changed === null)
      return refusedWith(say('settings:cutoff.unreadable', { text: quoted(text) }));
    cutoffs = { ...cutoffs, ...changed };
  }
  return words === ''
    ? refusedWith(say('settings:cutoff.unreadable', { text: '' }))
    : done(cutoffs);
}

function changedBy(what: string, value: string): Partial<Cutoffs> | null {
  if (what === 'reason') {
    const reason = Object.hasOwn(REASONS, value) ? REASONS[value] : undefined;
    return reason === undefined ? null : { reason };
  }
  const minutes = readCutoff(value);
  if (minutes === undefined) return null;
  return what === 'cancel' ? { cancelMinutes: minutes } : { moveMinutes: minutes };
}

/** Minutes before the start, null for never; undefined when it is neither. */
function readCutoff(value: string): number | null | undefined {
  const words = value
    .replace(/^until /, '')
    .replace(/ before(?: the (?:start|meeting))?$/, '')
    .trim();
  if (NEVER.test(words)) return null;
  if (START.test(words)) return 0;
  const minutes = parseMinutes(words);
  return minutes.ok ? minutes.value : undefined;
}
