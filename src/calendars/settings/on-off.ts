import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { plainWords, quoted } from '../words/plain-words.js';

/** What settings that are on or off have in common. */
export const onOffSchema = z.boolean({ error: () => say('settings:onOff.malformed') });

export const describeOnOff = (isOn: boolean): string =>
  say(isOn ? 'settings:onOff.on' : 'settings:onOff.off');

export function readOnOff(text: string): Outcome<boolean, SentenceProblem> {
  const words = plainWords(text);
  if (/^(?:on|yes|y|true|1)$/.test(words)) return done(true);
  if (/^(?:off|no|n|false|0|none|any)$/.test(words)) return done(false);
  return refusedWith(say('settings:onOff.unreadable', { text: quoted(text) }));
}
