import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { plainWords, quoted } from '../words/plain-words.js';
import { checked, type Setting } from './setting.js';

const range = { error: () => say('settings:guests.range') };

/** How many people an attendee may bring along. */
export const guestsSetting: Setting<number> = {
  name: 'guests',
  schema: z.int(range).min(0, range).max(10, range),
  parse: (text) => checked(guestsSetting.schema, readLimit(text)),
  describe: (limit) =>
    limit === 0 ? say('settings:none') : say('settings:guests.upTo', { count: limit }),
  from: ({ guestLimit }) => guestLimit,
  patch: (guestLimit) => ({ guestLimit }),
};

function readLimit(text: string): Outcome<number, SentenceProblem> {
  const words = plainWords(text);
  if (/^(?:none|no|off|no guests)$/.test(words)) return done(0);
  const count = /^(?:up to |at most |max )?(-?\d{1,9})(?: guests?)?$/.exec(words)?.[1];
  if (count !== undefined) return done(Number(count));
  return refusedWith(say('settings:guests.unreadable', { text: quoted(text) }));
}
