import type { VNode } from 'preact';
import type { Shell } from '../../src/booking-page/views/layout.view.js';
import type { Message } from '../../src/booking-page/views/message-words.js';
import { MessageView } from '../../src/booking-page/views/message.view.js';
import { say } from '../../src/language/say.js';

type StateView = (shell: Shell) => VNode;

const message =
  (said: Message): StateView =>
  (shell) =>
    MessageView({ shell, message: said });

const hostName = 'Ada Okafor';

/** Every page that can only say something. */
export const messageStates: Readonly<Record<string, StateView>> = {
  'message-unknown': message({ kind: 'unknown' }),
  'message-off': message({ kind: 'off', hostName }),
  'message-paused': message({ kind: 'paused', hostName, until: '2027-01-11' }),
  'message-paused-open': message({ kind: 'paused', hostName }),
  'message-calendar-unreadable': message({
    kind: 'calendar-unreadable',
    hostName,
    retry: '/ada/intro-call',
  }),
  'message-too-many': message({ kind: 'too-many', retryAfterSeconds: 40 }),
  'message-not-saved': message({ kind: 'not-saved' }),
  'message-not-certain': message({ kind: 'not-certain' }),
  'message-still-working': message({ kind: 'still-working' }),
  'message-unavailable': message({ kind: 'unavailable', retry: '/ada/intro-call' }),
  'message-bad-link': message({ kind: 'bad-link', isMailed: true }),
  'message-bad-link-no-mail': message({ kind: 'bad-link', isMailed: false }),
  'message-find-sent': message({ kind: 'find-sent' }),
  'message-find-no-mail': message({ kind: 'find-no-mail' }),
  'message-link-used': message({ kind: 'link-used' }),
  'message-reminders-off': message({ kind: 'reminders-off' }),
  'message-malformed': message({ kind: 'malformed', back: '/ada/intro-call' }),
  'message-closed': message({ kind: 'closed', back: '/b/3kTMd8Zq?t=token' }),
  'message-too-late': message({
    kind: 'too-late',
    text: say('problems:tooLate.cancel', { length: '2 h' }),
    back: '/b/3kTMd8Zq?t=token',
  }),
  'message-no-problem-type': message({ kind: 'no-problem-type' }),
  'message-fault': message({ kind: 'fault' }),
};
