import { Injectable } from '@nestjs/common';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { Delegates } from '../../../src/hosts/delegates.service.js';
import type { BookedLocation } from '../../../src/calendars/locations/location.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import { AffectedPress } from './affected-press.js';
import { AttendeePresses } from './attendee-presses.js';
import { seenBooking } from '../cards/seen-booking.js';
import type { ChatPlatform } from '../chat-platform.js';
import { BookingChoice } from '../commands/bookings/booking-choice.js';
import {
  BookingsConfirmCommand,
  BookingsDeclineCommand,
} from '../commands/bookings/bookings-answer.command.js';
import { BookingsAttendanceCommand } from '../commands/bookings/bookings-attendance.command.js';
import type { Command, CommandCall } from '../commands/command.js';
import { CancelTalk } from '../dialogues/cancel/cancel-talk.js';
import { CONFIRM_DIALOGUE } from '../dialogues/confirmations.js';
import { Dialogues } from '../dialogues/dialogues.repository.js';
import { OtherTimeTalk } from '../dialogues/other-time/other-time-talk.js';
import { HandoverPress } from './handover-press.js';
import { type Button, type ButtonVerb, link, type Message, sentences } from '../message.js';
import { TravelPress } from './travel-press.js';
import { UndoPress } from './undo-press.js';

export interface Press {
  readonly caller: ChatIdentity;
  readonly platform: ChatPlatform;
  readonly button: PressedButton;
}

/** A command is given where lines are heard; any other button is pressed. */
export type PressedButton = Pick<Button, 'subject'> & {
  readonly verb: Exclude<ButtonVerb, 'give-command'>;
};

/** What a button does. Who pressed is checked here, whatever the button was shown to. */
@Injectable()
export class Presses {
  constructor(
    private readonly choice: BookingChoice,
    private readonly confirm: BookingsConfirmCommand,
    private readonly decline: BookingsDeclineCommand,
    private readonly delegates: Delegates,
    private readonly cancel: CancelTalk,
    private readonly otherTime: OtherTimeTalk,
    private readonly attendance: BookingsAttendanceCommand,
    private readonly undo: UndoPress,
    private readonly affected: AffectedPress,
    private readonly handover: HandoverPress,
    private readonly travel: TravelPress,
    private readonly attendees: AttendeePresses,
    private readonly dialogues: Dialogues,
    private readonly clock: Clock,
  ) {}

  run(press: Press): Promise<Message> {
    const { verb, subject } = press.button;
    switch (verb) {
      case 'cancel':
        return this.withOwn(press, ({ uid }) => this.cancel.start(press, { uid, side: 'host' }));
      case 'keep':
        return this.keep(press);
      case 'confirm':
        return this.withOwn(press, () => this.command(this.confirm, press));
      case 'decline':
        return this.withOwn(press, () => this.command(this.decline, press));
      case 'propose':
      case 'reschedule':
        return this.withOwn(press, (booking) => this.otherTime.start(press, booking, 'propose'));
      case 'showed':
      case 'no-show':
        return this.markAttendance(press, verb === 'showed' ? 'yes' : 'no');
      case 'join':
        return this.withOwn(press, ({ location }) => joinLink(location));
      case 'move-mine':
      case 'cancel-mine':
      case 'withdraw-move':
      case 'keep-time':
      case 'take-time':
      case 'take-none':
      case 'start-booking':
      case 'forget-all':
      case 'forget-past':
        return this.attendees.run(press, verb, subject);
      case 'accept-host':
      case 'decline-host':
        return this.handover.run(press);
      case 'travel-zone':
      case 'home-zone':
      case 'keep-zone':
        return this.travel.run(press);
      case 'undo':
        return this.undo.run(press);
      case 'keep-affected':
        return this.affected.keep(press);
      case 'move-affected':
        return this.affected.move(press);
      case 'cancel-affected':
        return this.affected.cancel(press);
    }
  }

  /** Whoever pressed is done with the question: a yes that they type later answers nothing. */
  private async keep({ caller }: Press): Promise<Message> {
    await this.dialogues.close(caller.id, CONFIRM_DIALOGUE);
    return sentences(say('commands:press.kept'));
  }

  /** A card stands where many people see it; only the booking's host may use its buttons. */
  private async withOwn(
    press: Press,
    work: (booking: Booking) => Message | Promise<Message>,
  ): Promise<Message> {
    const { uid } = seenBooking(press.button.subject);
    const booking = await this.choice.named(press.caller, uid);
    return booking.ok ? work(booking.value) : sentences(say('commands:press.notYours'));
  }

  private async command(command: Command, press: Press): Promise<Message> {
    return command.run(await this.callOf(press, {}));
  }

  private async markAttendance(press: Press, came: string): Promise<Message> {
    return this.attendance.run(await this.callOf(press, { came }));
  }

  /** A press as the command that it stands for, about the booking on its card. */
  private async callOf(
    { caller, platform, button }: Press,
    more: Readonly<Record<string, string>>,
  ): Promise<CommandCall> {
    const { uid, sequence } = seenBooking(button.subject);
    const words: Readonly<Record<string, string>> = { booking: uid, ...more };
    const hostIds = await this.delegates.hostsOf(caller);
    const word = (name: string) => words[name];
    const seen = sequence === null ? {} : { seenSequence: sequence };
    const saidAt = this.clock.now();
    return { caller, platform, hostIds, word, line: '', saidAt, isConfirmed: true, ...seen };
  }
}

/** Told to whoever pressed alone: a card may stand where others read it. */
function joinLink(location: BookedLocation): Message {
  if (location.kind !== 'link') return sentences(say('commands:press.noLink'));
  return { lines: [[say('cards:joinLink'), ' ', link(location.url)]] };
}
