import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { plainWords, quoted } from '../words/plain-words.js';
import { checked, type Setting } from './setting.js';

const onOrOff = { error: () => say('settings:onOff.malformed') };
const schema = z.boolean(onOrOff);

/** Whether somebody with a booking ahead has to wait until it is over before they book again. */
export const oneOpenSetting: Setting<boolean> = {
  name: 'one-at-a-time',
  schema,
  parse: (text) => checked(schema, readOnOff(text)),
  describe: (isOn) => say(isOn ? 'settings:onOff.on' : 'settings:onOff.off'),
  from: ({ oneOpenBooking }) => oneOpenBooking,
  patch: (oneOpenBooking) => ({ oneOpenBooking }),
};

function readOnOff(text: string): Outcome<boolean, SentenceProblem> {
  const words = plainWords(text);
  if (/^(?:on|yes|y|true|1)$/.test(words)) return done(true);
  if (/^(?:off|no|n|false|0|none|any)$/.test(words)) return done(false);
  return refusedWith(say('settings:onOff.unreadable', { text: quoted(text) }));
}
