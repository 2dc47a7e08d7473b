import { zoneAt } from '../../../calendars/settings/zone-at.js';
import { bookingEntry } from '../../ics/booking-event.mapper.js';
import type { BookingReport } from '../../messages/booking-reports.service.js';
import { formerHostMessage } from '../../messages/former-host-message.js';
import { aboutBooking } from '../booking-mail.mapper.js';
import type { KnownToFormer } from './known-to-former.js';
import type { OutgoingMail } from '../delivery/outgoing-mail.js';
import type { Recipient } from '../recipients.js';
import { type MailSender } from '../delivery/sender.js';
import { shaped } from '../shaped-message.js';

/** Somebody whose booking went to another host. */
export interface FormerHost {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface FormerHostMail {
  readonly report: BookingReport;
  /** Of the change by which it went. */
  readonly sequence: number;
  readonly former: FormerHost;
  readonly known: KnownToFormer;
  readonly recipient: Recipient;
  readonly sender: MailSender;
}

/** The mail by which a booking leaves the calendar of its former host. */
export function formerHostMail(facts: FormerHostMail): OutgoingMail {
  const { report, sequence, former, known, recipient, sender } = facts;
  const { booking, configuration } = report;
  const { title, hostName, attendeeName, startsAt, endsAt } = booking;
  const [start, end] = [startsAt.getTime(), endsAt.getTime()];
  const { isEntered } = known;
  const message = formerHostMessage({
    ...{ title, hostName, attendeeName, start, end, isEntered },
    zone: zoneAt(configuration.settings, start),
  });
  const wish = { reader: 'host', method: 'CANCEL', mailFrom: sender.mailFrom, former } as const;
  return {
    ...aboutBooking({ report, recipient, sender }, `${sequence}.handed-on`),
    ...shaped(message),
    ...{ replyTo: report.hostEmail, unsubscribeUrl: null },
    calendar: isEntered ? bookingEntry(report, wish) : null,
  };
}
