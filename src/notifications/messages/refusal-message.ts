import { say } from '../../language/say.js';
import { whenWords } from '../../language/time-words.js';
import { codeOf, shortTime } from './booking-rows.js';
import type { Message } from './message.js';
import type { Refusal } from './refusal.mapper.js';

/** What the host is told by mail when mail about a booking cannot reach somebody. */
export function refusalMessage(refusal: Refusal): Message {
  const { person, title, hostName: host, manageUrl, timeZone: zone } = refusal;
  const face = { zone, hourCycle: '24' } as const;
  const when = whenWords(refusal, face);
  const sentence = refusalSentence(refusal);
  return {
    subject: say('mail:refusal.subject', { person, title, when: shortTime(refusal.start, face) }),
    preview: sentence,
    state: { label: say('mail:refusal.state'), tone: 'gone' },
    heading: title,
    sentences: [sentence, say('mail:refusal.otherWay')],
    rows: [
      {
        label: say('mail:row.when'),
        lines: [when.day, when.time],
        notes: [when.zone],
        isChief: true,
      },
      { label: say('mail:row.who'), lines: [person, refusal.address] },
      ...(manageUrl === null
        ? []
        : [{ label: say('mail:refusal.link', { person }), lines: [], url: manageUrl }]),
      { label: say('mail:row.code'), lines: [codeOf(refusal)] },
    ],
    link: null,
    footing: say('mail:footing.host', { host }),
  };
}

/** `Mail to Sam Rivers was refused: 550 No such user.` */
export function refusalSentence({ person, reason }: Refusal): string {
  if (reason === null) return say('mail:refusal.leftAlone', { person });
  return say('mail:refusal.refused', { person, reason: reason.replace(/\.$/, '') });
}
