import { say } from '../../language/say.js';
import { bookingEntry } from '../ics/booking-event.mapper.js';
import type { CalendarMethod } from '../ics/calendar-part.js';
import { bookingMessage } from '../messages/booking-message.js';
import { hasStood } from '../messages/has-stood.js';
import type { BookingReport } from '../messages/booking-reports.service.js';
import { type DueChange, messageFacts } from '../messages/message-facts.mapper.js';
import type { Reader } from '../messages/message-kind.js';
import { addressHash } from './delivery/address-hash.js';
import type { OutgoingMail } from './delivery/outgoing-mail.js';
import type { Recipient } from './recipients.js';
import { shaped } from './shaped-message.js';
import type { MailSender } from './delivery/sender.js';

/** Everything that one mail about a booking is made of. */
export interface BookingMailFacts {
  readonly report: BookingReport;
  readonly due: DueChange;
  readonly recipient: Recipient;
  readonly sender: MailSender;
}

/** The mail that tells one reader of one change. */
export function bookingMail({ report, due, recipient, sender }: BookingMailFacts): OutgoingMail {
  const { reader } = recipient;
  const { mailFrom } = sender;
  const method = entryMethod(report, due, reader);
  const message = bookingMessage(messageFacts(report, due), reader, method);
  return {
    ...aboutBooking({ report, recipient, sender }, `${due.change.sequence}.${due.kind}`),
    ...shaped(message),
    calendar: method && bookingEntry(report, { reader, method, mailFrom }),
    unsubscribeUrl: null,
  };
}

type Envelope = Pick<
  OutgoingMail,
  'messageId' | 'thread' | 'bookingUid' | 'fromName' | 'replyTo' | 'to'
>;

/** From whom and to whom, in the thread of the booking; `name` tells its mails to one reader apart. */
export function aboutBooking(
  { report, recipient, sender }: Omit<BookingMailFacts, 'due'>,
  name: string,
): Envelope {
  const { booking, hostEmail } = report;
  const { reader, address } = recipient;
  const { domain } = sender;
  return {
    messageId: `${booking.uid}.${name}.${mark(address)}@${domain}`,
    thread: `${booking.uid}@${domain}`,
    bookingUid: booking.uid,
    fromName:
      reader === 'host' ? say('names:product') : say('mail:from', { host: booking.hostName }),
    replyTo: reader === 'host' ? (booking.attendeeEmail ?? null) : hostEmail,
    to: address,
  };
}

/**
 * What stands belongs into a calendar, and what stood out of it again. The host is the organizer,
 * whom nobody invites: theirs is an entry without guests.
 */
function entryMethod(
  { booking, changes }: BookingReport,
  { known }: DueChange,
  reader: Reader,
): CalendarMethod | null {
  if (booking.status === 'confirmed') {
    if (known && isEntered(booking, changes, known)) return null;
    return reader === 'host' ? 'PUBLISH' : 'REQUEST';
  }
  return booking.status === 'cancelled' && hasStood(changes) ? 'CANCEL' : null;
}

/** The entry that came with what the reader knew last still says how the meeting stands. */
function isEntered(
  booking: BookingReport['booking'],
  changes: BookingReport['changes'],
  known: NonNullable<DueChange['known']>,
): boolean {
  const before = changes.filter(({ sequence }) => sequence <= known.sequence);
  return (
    hasStood(before) &&
    known.startsAt.getTime() === booking.startsAt.getTime() &&
    known.hostName === booking.hostName
  );
}

/** Tells the mails of one change apart without showing whom they went to. */
const mark = (address: string): string => addressHash(address).toString('hex').slice(0, 10);
