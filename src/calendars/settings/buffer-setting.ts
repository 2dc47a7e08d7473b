import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { describeMinutes, parseMinutes } from '../words/duration.parser.js';
import { plainWords, quoted } from '../words/plain-words.js';
import { breakSchema } from './length-settings.js';
import { checked, type Setting, type SettingContext } from './setting.js';

/** Breaks round every meeting, in minutes. */
export interface Buffers {
  readonly beforeMinutes: number;
  readonly afterMinutes: number;
}

const PART = /(before|after) (.+?)(?= ?,? (?:and )?(?:before|after)\b|$)/g;
const TURNED_PART = /(\S.*?) (before|after)(?:,| and|$)/g;
const PAIR = /^([^/]+)\/([^/]+)$/;

const schema = z.strictObject({ beforeMinutes: breakSchema, afterMinutes: breakSchema });

/**
 * `10` is the break after each meeting and leaves none before; `5/10` and `before 5 after 10` name
 * both; `before 5` changes one and leaves the other.
 */
export const bufferSetting: Setting<Buffers> = {
  name: 'buffer',
  schema,
  parse: (text, context) => checked(schema, readBuffers(text, context)),
  describe: describeBuffers,
  from: ({ bufferBeforeMinutes, bufferAfterMinutes }) => ({
    beforeMinutes: bufferBeforeMinutes,
    afterMinutes: bufferAfterMinutes,
  }),
  patch: ({ beforeMinutes, afterMinutes }) => ({
    bufferBeforeMinutes: beforeMinutes,
    bufferAfterMinutes: afterMinutes,
  }),
};

function describeBuffers({ beforeMinutes, afterMinutes }: Buffers): string {
  const [before, after] = [describeMinutes(beforeMinutes), describeMinutes(afterMinutes)];
  if (beforeMinutes === 0 && afterMinutes === 0) return say('settings:none');
  if (beforeMinutes === 0) return say('settings:buffer.after', { after });
  if (afterMinutes === 0) return say('settings:buffer.before', { before });
  return say('settings:buffer.both', { before, after });
}

function readBuffers(text: string, { current }: SettingContext): Outcome<Buffers, SentenceProblem> {
  const words = plainWords(text).replace(/ (?:each|every) meeting$/, '');
  const single = parseMinutes(words);
  if (single.ok) return done({ beforeMinutes: 0, afterMinutes: single.value });
  const parts = namedParts(words);
  if (parts.length === 0) return unreadable(text);
  const before = minutesOf(parts, 'before', current?.bufferBeforeMinutes ?? 0);
  const after = minutesOf(parts, 'after', current?.bufferAfterMinutes ?? 0);
  return Number.isNaN(before + after)
    ? unreadable(text)
    : done({ beforeMinutes: before, afterMinutes: after });
}

type Part = readonly [side: string, length: string];

function namedParts(words: string): readonly Part[] {
  const pair = PAIR.exec(words);
  if (pair)
    return [
      ['before', pair[1] ?? ''],
      ['after', pair[2] ?? ''],
    ];
  if (/^(?:before|after)\b/.test(words)) {
    return [...words.matchAll(PART)].map(([, side, length]) => [side ?? '', length ?? '']);
  }
  return [...words.matchAll(TURNED_PART)].map(([, length, side]) => [side ?? '', length ?? '']);
}

/** NaN when a length is named and cannot be read. */
function minutesOf(parts: readonly Part[], side: string, otherwise: number): number {
  const part = parts.findLast(([named]) => named === side);
  if (!part) return otherwise;
  const minutes = parseMinutes(part[1]);
  return minutes.ok ? minutes.value : NaN;
}

const unreadable = (text: string) =>
  refusedWith(say('settings:buffer.unreadable', { text: quoted(text) }));
