import type { Booking } from '../../../src/bookings/booking.entity.js';
import { say } from '../../../src/language/say.js';
import { type ButtonVerb, type Message, time } from '../message.js';

/** Who is asked: the verb of their yes, and the name of the other side. */
export interface CancelAsk {
  readonly verb: Extract<ButtonVerb, 'cancel-yes' | 'cancel-mine-yes'>;
  readonly person: string;
}

/** Asks whoever pressed Cancel whether they mean it. */
export function cancelQuestion(
  { uid, title, startsAt }: Booking,
  timeZone: string,
  { verb, person }: CancelAsk,
): Message {
  return {
    title: say('commands:press.sureCancel', { title, person }),
    lines: [[time(startsAt, timeZone)]],
    buttons: [
      { verb, subject: uid, label: say('commands:press.yesCancel'), look: 'danger' },
      { verb: 'keep', subject: uid, label: say('commands:press.keep') },
    ],
  };
}
