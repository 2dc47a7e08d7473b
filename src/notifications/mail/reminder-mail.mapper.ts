import type { BookingChange } from '../../bookings/history/booking-change.entity.js';
import { say } from '../../language/say.js';
import { bookingMessage } from '../messages/booking-message.js';
import { messageFacts } from '../messages/message-facts.mapper.js';
import { aboutBooking, type BookingMailFacts } from './booking-mail.mapper.js';
import type { OutgoingMail } from './delivery/outgoing-mail.js';
import { shaped } from './shaped-message.js';

export interface ReminderMailFacts extends Omit<BookingMailFacts, 'due'> {
  /** The change that gave the booking its time. */
  readonly settled: BookingChange;
  readonly minutes: number;
  /** Ends reminders to this reader. */
  readonly refuseUrl: string;
}

/** The mail that reminds one reader of a meeting. */
export function reminderMail(facts: ReminderMailFacts): OutgoingMail {
  const { settled, minutes, refuseUrl, report, recipient } = facts;
  const due = { change: settled, kind: 'reminder', known: null, mayKnow: true } as const;
  const message = bookingMessage(messageFacts(report, due), recipient.reader, null);
  const optOut = { label: say('mail:link.noReminders'), url: refuseUrl };
  return {
    ...aboutBooking(facts, `${settled.sequence}.reminder-${minutes}`),
    ...shaped({ ...message, optOut }),
    calendar: null,
    unsubscribeUrl: refuseUrl,
  };
}
