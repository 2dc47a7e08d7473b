import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import type { SentenceProblem } from '../../shared/sentence-problem.js';
import { describeMinutes, parseMinutes } from '../words/duration.parser.js';
import { plainWords } from '../words/plain-words.js';
import { incrementSchema, offsetSchema } from './length-settings.js';
import { checked, type Setting, type SettingContext } from './setting.js';

/** Where meetings may start within the hours, in minutes. */
export interface StartGrid {
  /** Offered starts are so far apart. */
  readonly incrementMinutes: number;
  /** The first start is so long after the opening. */
  readonly offsetMinutes: number;
}

const schema = z.strictObject({ incrementMinutes: incrementSchema, offsetMinutes: offsetSchema });
const OFFSET =
  /^(.*?),? ?\b(?:offset|first(?: start)?(?: after)?) (.+?)(?: after (?:the )?opening)?$/;
const DEFAULT_INCREMENT = 15;

/** `30` leaves the offset as it is; `30 offset 15` names both, `offset 15` changes it alone. */
export const stepSetting: Setting<StartGrid> = {
  name: 'step',
  schema,
  parse: (text, context) => {
    const read = readGrid(text, context);
    return checked(schema, read, { notes: read.ok ? keptOffset(text, read.value) : [] });
  },
  describe: describeGrid,
  from: ({ startIncrementMinutes, startOffsetMinutes }) => ({
    incrementMinutes: startIncrementMinutes,
    offsetMinutes: startOffsetMinutes,
  }),
  patch: ({ incrementMinutes, offsetMinutes }) => ({
    startIncrementMinutes: incrementMinutes,
    startOffsetMinutes: offsetMinutes,
  }),
};

function describeGrid({ incrementMinutes, offsetMinutes }: StartGrid): string {
  const increment = describeMinutes(incrementMinutes);
  if (offsetMinutes === 0) return increment;
  return say('settings:step.withOffset', { increment, offset: describeMinutes(offsetMinutes) });
}

/** An offset that was not spoken of goes on: whoever changes the step is told. */
function keptOffset(text: string, { incrementMinutes, offsetMinutes }: StartGrid): string[] {
  if (offsetMinutes === 0 || OFFSET.test(plainWords(text))) return [];
  const offset = describeMinutes(offsetMinutes);
  return [say('settings:step.offsetStays', { offset, increment: incrementMinutes })];
}

function readGrid(text: string, { current }: SettingContext): Outcome<StartGrid, SentenceProblem> {
  const words = plainWords(text);
  const [, before = words, after] = OFFSET.exec(words) ?? [];
  const step = before.replace(/^every /, '').trim();
  const known = current?.startIncrementMinutes ?? DEFAULT_INCREMENT;
  const increment = step === '' && after !== undefined ? done(known) : parseMinutes(step);
  if (!increment.ok) return increment;
  const offset = after === undefined ? done(current?.startOffsetMinutes ?? 0) : parseMinutes(after);
  if (!offset.ok) return offset;
  return done({ incrementMinutes: increment.value, offsetMinutes: offset.value });
}
