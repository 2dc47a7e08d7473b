import { meetingWith } from '../../language/meeting-words.js';
import { say } from '../../language/say.js';
import { whenWords } from '../../language/time-words.js';
import type { Interval } from '../../slots/interval.js';
import { shortTime } from './booking-rows.js';
import type { Message } from './message.js';

/** A booking that went to another host. Times are epoch milliseconds. */
export interface HandedOn extends Interval {
  readonly title: string;
  /** Who hosts it now. */
  readonly hostName: string;
  readonly attendeeName: string;
  /** IANA name. */
  readonly zone: string;
  /** The former host has it in their calendar, out of which it is taken now. */
  readonly isEntered: boolean;
}

/** What the former host is told: no more than they knew, and who has it now. */
export function formerHostMessage(handed: HandedOn): Message {
  const { title, hostName: host, attendeeName: attendee, start, zone } = handed;
  const face = { zone, hourCycle: '24' } as const;
  const when = whenWords(handed, face);
  const state = say('handover:mail.state');
  const heading = meetingWith(title, attendee);
  const sentence = say('handover:mail.sentence', { host, attendee });
  return {
    subject: say('mail:subject', { state, meeting: heading, when: shortTime(start, face) }),
    preview: sentence,
    state: { label: state, tone: 'gone' },
    heading,
    sentences: [sentence, ...(handed.isEntered ? [say('mail:entryGone')] : [])],
    rows: [
      {
        label: say('mail:row.when'),
        lines: [when.day, when.time],
        notes: [when.zone],
        isFormer: true,
      },
      { label: say('mail:row.who'), lines: [attendee] },
    ],
    link: null,
    footing: say('handover:mail.footing'),
  };
}
