import { z } from 'zod';
import { say } from '../../language/say.js';
import { done } from '../../shared/outcome.js';
import { refusedWith } from '../../shared/sentence-problem.js';
import { quoted } from '../words/plain-words.js';
import type { Setting } from './setting.js';

/** Whether a booking stands at once, or waits for the host. */
export type Approval = 'automatic' | 'host';

const ON = /^(on|yes|host|by the host|by me|manual)$/i;
const OFF = /^(off|no|none|automatic|auto)$/i;

export const approvalSetting: Setting<Approval> = {
  name: 'approval',
  schema: z.enum(['automatic', 'host'], { error: () => say('settings:approval.malformed') }),
  parse: (text) => {
    const word = text.trim();
    if (OFF.test(word)) return done({ value: 'automatic', notes: [] });
    if (ON.test(word)) return done({ value: 'host', notes: [say('settings:approval.effect')] });
    return refusedWith(say('settings:approval.unreadable', { text: quoted(word) }));
  },
  describe: (approval) => say(`settings:approval.${approval}`),
  from: ({ approval }) => approval,
  patch: (approval) => ({ approval }),
};
