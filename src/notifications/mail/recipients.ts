import type { BookingReport } from '../messages/booking-reports.service.js';
import type { Reader } from '../messages/message-kind.js';

/** Somebody who gets mail about a booking. */
export interface Recipient {
  readonly reader: Reader;
  /** How receipts name them: without their address, which is the attendee's to have erased. */
  readonly label: string;
  readonly address: string;
}

/** Everybody with an address. Whoever booked in chat, and a host who gave none, hear of it there. */
export function recipientsOf({ booking, hostEmail }: BookingReport): Recipient[] {
  const { attendeeEmail, guests } = booking;
  return [
    ...(attendeeEmail ? [recipient('attendee', attendeeEmail)] : []),
    ...(hostEmail === null ? [] : [recipient('host', hostEmail)]),
    ...guests.map((address, index) => ({
      ...{ reader: 'guest' as const, label: `guest ${index + 1}`, address },
    })),
  ];
}

const recipient = (reader: 'attendee' | 'host', address: string): Recipient => ({
  ...{ reader, label: reader, address },
});
