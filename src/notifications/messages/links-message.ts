import { meetingWith } from '../../language/meeting-words.js';
import { say } from '../../language/say.js';
import { whenWords } from '../../language/time-words.js';
import type { Interval } from '../../slots/interval.js';
import type { Message, MessageRow } from './message.js';

/** A booking and the link that manages it. */
export interface FoundLink extends Interval {
  readonly title: string;
  readonly hostName: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly url: string;
}

/** The links of somebody's bookings, mailed again. */
export const linksMessage = (found: readonly FoundLink[]): Message => ({
  subject: say('mail:links.subject'),
  preview: say('mail:links.text'),
  state: null,
  heading: say('mail:links.subject'),
  sentences: [say('mail:links.text')],
  rows: found.map(row),
  link: null,
  footing: say('mail:links.footing'),
});

function row(found: FoundLink): MessageRow {
  const { day, time, zone } = whenWords(found, { zone: found.timeZone, hourCycle: '24' });
  return {
    label: meetingWith(found.title, found.hostName),
    ...{ lines: [day, time], notes: [zone], isChief: true },
    url: found.url,
  };
}
