import { shortCode } from '../../../src/bookings/booking-uid.js';
import { say } from '../../../src/language/say.js';
import { type Line, type Message, time } from '../message.js';

/** A booking that is now outside its host's hours. */
export interface AffectedFacts {
  readonly uid: string;
  readonly attendeeName: string;
  /** Epoch milliseconds. */
  readonly start: number;
  /** IANA name of the host's zone then. */
  readonly timeZone: string;
}

const MOST_SHOWN = 10;

/** What a host is asked about bookings that a change of hours left outside. */
export function affectedCard(
  questionId: string,
  bookings: readonly AffectedFacts[],
): Required<Pick<Message, 'lines' | 'buttons'>> {
  const count = bookings.length;
  const rest = count - MOST_SHOWN;
  return {
    lines: [
      [say('cards:affected.outside', { count })],
      ...bookingLines(bookings.slice(0, MOST_SHOWN)),
      ...(rest > 0 ? [[say('cards:affected.more', { count: rest })]] : []),
      [say('cards:affected.question', { count })],
    ],
    buttons: [
      { verb: 'keep-affected', subject: questionId, label: say('cards:affected.keep', { count }) },
      { verb: 'move-affected', subject: questionId, label: say('cards:affected.move', { count }) },
      {
        verb: 'cancel-affected',
        subject: questionId,
        label: say('cards:affected.cancel', { count }),
        look: 'danger',
      },
    ],
  };
}

/** One line each: when, who, and the code by which commands name it. */
export function bookingLines(bookings: readonly AffectedFacts[]): Line[] {
  return bookings.map(({ uid, attendeeName, start, timeZone }) => [
    '• ',
    time(start, timeZone),
    say('cards:affected.row', { attendee: attendeeName, code: shortCode(uid) }),
  ]);
}
