import { zoneAt } from '../../calendars/settings/zone-at.js';
import { say } from '../../language/say.js';
import type { Interval } from '../../slots/interval.js';
import type { RefusedMail } from '../mail/delivery/mail-refused.js';
import { recipientsOf } from '../mail/recipients.js';
import type { BookingReport } from './booking-reports.service.js';

/** A mail about a booking that nobody will get. Times are epoch milliseconds. */
export interface Refusal extends Interval {
  /** Whom it was for, in words that a channel may read. */
  readonly person: string;
  readonly address: string;
  /** It was for the host. */
  readonly isOwn: boolean;
  /** The mail server's, in short; null: the address refused too many before. */
  readonly reason: string | null;
  /** The attendee's link, for the host to pass on; null when it was for somebody else. */
  readonly manageUrl: string | null;
  readonly uid: string;
  readonly title: string;
  readonly hostName: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** Null when whoever should have got it has no address any more. */
export function refusalOf(report: BookingReport, refused: RefusedMail): Refusal | null {
  const { booking, configuration, manageUrl } = report;
  const { uid, title, hostName, attendeeName: attendee, startsAt, endsAt } = booking;
  const recipient = recipientsOf(report).find(({ label }) => label === refused.recipient);
  if (!recipient) return null;
  const { reader, address } = recipient;
  const names = { attendee, host: hostName, guest: say('mail:refusal.guest', { attendee }) };
  return {
    ...{ uid, title, hostName, address, reason: refused.reason, isOwn: reader === 'host' },
    start: startsAt.getTime(),
    end: endsAt.getTime(),
    person: names[reader],
    manageUrl: reader === 'attendee' ? manageUrl : null,
    timeZone: zoneAt(configuration.settings, startsAt.getTime()),
  };
}
