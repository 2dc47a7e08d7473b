import { Injectable } from '@nestjs/common';
import type { Booking } from '../../src/bookings/booking.entity.js';
import { say } from '../../src/language/say.js';
import { cancelQuestion } from './cards/cancel-question.card.js';
import { ForgetTalk } from './commands/forget-talk.js';
import { OwnBookings } from './commands/own-bookings.js';
import { BookingTalk } from './dialogues/booking-talk.js';
import type { Talker } from './dialogues/booking-facts-reader.js';
import { type ButtonVerb, type Message, sentences } from './message.js';

export type AttendeeVerb = Extract<
  ButtonVerb,
  'move-mine' | 'cancel-mine' | 'cancel-mine-yes' | 'start-booking' | 'forget-all' | 'forget-past'
>;

/** What the buttons of somebody who booked do. Nobody else's presses reach the booking. */
@Injectable()
export class AttendeePresses {
  constructor(
    private readonly own: OwnBookings,
    private readonly talk: BookingTalk,
    private readonly forget: ForgetTalk,
  ) {}

  async run(talker: Talker, verb: AttendeeVerb, subject: string): Promise<Message> {
    if (verb === 'forget-all' || verb === 'forget-past') {
      const isOwn = subject === talker.caller.id;
      if (!isOwn) return sentences(say('commands:handover.notYours'));
      return this.forget.answer(talker.caller, verb);
    }
    const booking = await this.own.named(talker.caller, subject);
    if (verb === 'start-booking') {
      return this.talk.start(talker, booking.ok ? again(booking.value) : {});
    }
    if (!booking.ok) return sentences(say('commands:press.notYours'));
    switch (verb) {
      case 'move-mine':
        return this.talk.startMove(talker, booking.value);
      case 'cancel-mine':
        return mineQuestion(booking.value);
      case 'cancel-mine-yes':
        return this.own.cancel(booking.value, null);
    }
  }
}

/** Whoever books again has decided that it is another one. */
const again = ({ hostId }: Booking) => ({ hostId, isAnother: true });

const mineQuestion = (booking: Booking): Message =>
  cancelQuestion(booking, booking.attendeeTimeZone, {
    verb: 'cancel-mine-yes',
    person: booking.hostName,
  });
