import { isSameAddress } from '../../bookings/intake/guests.js';
import type { BookingReport } from '../messages/booking-reports.service.js';
import type { Reader } from '../messages/message-kind.js';

/** Somebody who gets mail about a booking. */
export interface Recipient {
  readonly reader: Reader;
  /** How receipts name them: without their address, which is the attendee's to have erased. */
  readonly label: string;
  readonly address: string;
}

/**
 * Everybody with an address. Whoever booked in chat, and a host who gave none, hear of it there. Each
 * address once: a host may give one later that somebody named as a guest, or booked with.
 */
export function recipientsOf({ booking, hostEmail }: BookingReport): Recipient[] {
  const { attendeeEmail, guests } = booking;
  const all: Recipient[] = [
    ...(attendeeEmail ? [recipient('attendee', attendeeEmail)] : []),
    ...(hostEmail === null ? [] : [recipient('host', hostEmail)]),
    ...guests.map((address, index) => ({
      ...{ reader: 'guest' as const, label: `guest ${index + 1}`, address },
    })),
  ];
  const isFirst = ({ address }: Recipient, index: number): boolean =>
    all.findIndex((one) => isSameAddress(one.address, address)) === index;
  return all.filter(isFirst);
}

const recipient = (reader: 'attendee' | 'host', address: string): Recipient => ({
  ...{ reader, label: reader, address },
});
