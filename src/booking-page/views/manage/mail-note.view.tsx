import type { JSX } from 'preact';
import { dayName } from '../../../language/day-words.js';
import { say } from '../../../language/say.js';
import { type ClockFace, dateOf, timeOf } from '../../../language/time-words.js';
import type { MailStanding } from '../../../notifications/mail/mail-standing.js';

interface MailNoteProps {
  readonly mail: MailStanding;
  readonly face: ClockFace;
}

const TROUBLES = {
  none: 'page:noMail',
  delayed: 'page:mailDelayed',
  refused: 'page:mailRefused',
  'given-up': 'page:mailGivenUp',
} as const;

/** Says to whoever booked what is known of their mail; that it was delivered, nobody knows. */
export function MailNote({ mail, face }: MailNoteProps): JSX.Element | null {
  if (mail.kind === 'quiet') return null;
  if (mail.kind !== 'handed-over') return <p class="honest">{say(TROUBLES[mail.kind])}</p>;
  const when = `${dayName(dateOf(mail.at, face.zone))}, ${timeOf(mail.at, face)}`;
  return <p class="soft">{say('page:mailHandedOver', { when })}</p>;
}
