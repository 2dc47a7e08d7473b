import { say } from '../../language/say.js';
import type { Message } from './message.js';

/** What a host has where the assistant was taken out. */
export interface CutOff {
  readonly hostName: string;
  readonly place: string;
  readonly isPaused: boolean;
  /** How many appointments are ahead. */
  readonly standing: number;
  readonly calendars: readonly { readonly title: string; readonly url: string }[];
}

/** What stands, and what a host can do, when a workspace took the assistant out. */
export const cutOffMessage = (cutOff: CutOff): Message => {
  const { hostName: host, place, isPaused, standing: count, calendars } = cutOff;
  const subject = say('lost:mail.subject', { place });
  const state = say(isPaused ? 'lost:mail.calendarPaused' : 'lost:mail.calendar');
  return {
    subject,
    preview: say('lost:mail.preview'),
    state: { label: say('lost:mail.state'), tone: 'note' },
    heading: subject,
    sentences: [
      say('lost:mail.gone', { place }),
      say('lost:standing', { count }),
      say('lost:mail.attendees'),
      say(isPaused ? 'lost:mail.paused' : 'lost:mail.open'),
      say('lost:mail.again'),
      ...(isPaused ? [say('lost:mail.resume')] : []),
    ],
    rows: calendars.map(({ title, url }) => ({ label: title, lines: [state], url })),
    link: null,
    footing: say('lost:mail.footing', { host }),
  };
};
