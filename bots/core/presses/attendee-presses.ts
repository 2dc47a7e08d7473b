import { Injectable } from '@nestjs/common';
import { say } from '../../../src/language/say.js';
import { ForgetTalk } from '../commands/book/forget-talk.js';
import { OwnAnswers } from '../commands/book/own-answers.js';
import { OwnBookings } from '../commands/book/own-bookings.js';
import { PressedBookings } from '../commands/book/pressed-bookings.js';
import { BookingTalk } from '../dialogues/booking/booking-talk.js';
import { CancelTalk } from '../dialogues/cancel/cancel-talk.js';
import type { Talker } from '../dialogues/talker.js';
import { type ButtonVerb, type Message, sentences } from '../message.js';

export type AttendeeVerb = Extract<
  ButtonVerb,
  | ('move-mine' | 'cancel-mine' | 'withdraw-move' | 'keep-time' | 'take-time' | 'take-none')
  | ('start-booking' | 'forget-all' | 'forget-past')
>;

/** What the buttons of somebody who booked do. Nobody else's presses reach the booking. */
@Injectable()
export class AttendeePresses {
  constructor(
    private readonly own: OwnBookings,
    private readonly answers: OwnAnswers,
    private readonly talk: BookingTalk,
    private readonly pressed: PressedBookings,
    private readonly cancel: CancelTalk,
    private readonly forget: ForgetTalk,
  ) {}

  async run(talker: Talker, verb: AttendeeVerb, subject: string): Promise<Message> {
    if (verb === 'forget-all' || verb === 'forget-past') {
      const isOwn = subject === talker.caller.id;
      if (!isOwn) return sentences(say('commands:handover.notYours'));
      return this.forget.answer(talker.caller, verb);
    }
    if (verb === 'start-booking') {
      const known = await this.pressed.of(talker, subject);
      return known.ok ? this.talk.start(talker, known.value) : known.problem;
    }
    const [uid = '', start] = subject.split(' ');
    const booking = await this.own.named(talker.caller, uid);
    if (!booking.ok) return sentences(say('commands:press.notYours'));
    const own = { caller: talker.caller, booking: booking.value };
    switch (verb) {
      case 'move-mine':
        return this.talk.startMove(talker, booking.value);
      case 'cancel-mine':
        return this.cancel.start(talker, { uid: booking.value.uid, side: 'attendee' });
      case 'withdraw-move':
        return this.answers.withdraw(own);
      case 'keep-time':
        return this.answers.keep(own);
      case 'take-time':
        return this.answers.take(own, Number(start));
      case 'take-none':
        return this.answers.take(own, null);
    }
  }
}
