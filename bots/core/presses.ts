import { Injectable } from '@nestjs/common';
import type { Booking } from '../../src/bookings/booking.entity.js';
import type { ChatIdentity } from '../../src/hosts/chat-identity.entity.js';
import { Delegates } from '../../src/hosts/delegates.service.js';
import { say } from '../../src/language/say.js';
import { AffectedPress } from './affected-press.js';
import { AttendeePresses } from './attendee-presses.js';
import { cancelQuestion } from './cards/cancel-question.card.js';
import { shortCode } from './cards/booking.card.js';
import type { ChatPlatform } from './chat-platform.js';
import { BookingChoice } from './commands/booking-choice.js';
import {
  BookingsConfirmCommand,
  BookingsDeclineCommand,
} from './commands/bookings-answer.command.js';
import { BookingsAttendanceCommand } from './commands/bookings-attendance.command.js';
import { BookingsCancelCommand } from './commands/bookings-cancel.command.js';
import type { Command, CommandCall } from './commands/command.js';
import { HostZone } from './commands/host-zone.js';
import { HandoverPress } from './handover-press.js';
import { type Button, type Message, sentences } from './message.js';
import { UndoPress } from './undo-press.js';

export interface Press {
  readonly caller: ChatIdentity;
  readonly platform: ChatPlatform;
  readonly button: Pick<Button, 'verb' | 'subject'>;
}

/** What a button does. Who pressed is checked here, whatever the button was shown to. */
@Injectable()
export class Presses {
  constructor(
    private readonly choice: BookingChoice,
    private readonly confirm: BookingsConfirmCommand,
    private readonly decline: BookingsDeclineCommand,
    private readonly delegates: Delegates,
    private readonly cancel: BookingsCancelCommand,
    private readonly attendance: BookingsAttendanceCommand,
    private readonly undo: UndoPress,
    private readonly affected: AffectedPress,
    private readonly handover: HandoverPress,
    private readonly zone: HostZone,
    private readonly attendees: AttendeePresses,
  ) {}

  run(press: Press): Promise<Message> {
    const { verb, subject } = press.button;
    switch (verb) {
      case 'cancel':
        return this.withOwn(press, (booking) => this.askBeforeCancel(press, booking));
      case 'cancel-yes':
        return this.withOwn(press, () => this.command(this.cancel, press));
      case 'keep':
        return Promise.resolve(sentences(say('commands:press.kept')));
      case 'confirm':
        return this.withOwn(press, () => this.command(this.confirm, press));
      case 'decline':
        return this.withOwn(press, () => this.command(this.decline, press));
      case 'propose':
      case 'reschedule':
        return this.withOwn(press, () => sentences(...rescheduleHints(subject)));
      case 'showed':
      case 'no-show':
        return this.markAttendance(press, verb === 'showed' ? 'yes' : 'no');
      case 'move-mine':
      case 'cancel-mine':
      case 'cancel-mine-yes':
      case 'start-booking':
      case 'forget-all':
      case 'forget-past':
        return this.attendees.run(press, verb, subject);
      case 'accept-host':
      case 'decline-host':
        return this.handover.run(press);
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

  /** A card stands where many people see it; only the booking's host may use its buttons. */
  private async withOwn(
    press: Press,
    work: (booking: Booking) => Message | Promise<Message>,
  ): Promise<Message> {
    const booking = await this.choice.named(press.caller, press.button.subject);
    return booking.ok ? work(booking.value) : sentences(say('commands:press.notYours'));
  }

  /** One press in passing must not cost somebody their appointment. */
  private async askBeforeCancel({ caller }: Press, booking: Booking): Promise<Message> {
    const ask = { verb: 'cancel-yes', person: booking.attendeeName } as const;
    return cancelQuestion(booking, await this.zone.of(caller, booking), ask);
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
    const words: Readonly<Record<string, string>> = { booking: button.subject, ...more };
    const hostIds = await this.delegates.hostsOf(caller);
    const word = (name: string) => words[name];
    return { caller, platform, hostIds, word, line: '', isConfirmed: true };
  }
}

/** To ask the attendee comes first; to move without asking is second. */
function rescheduleHints(uid: string): string[] {
  const facts = { code: shortCode(uid) };
  return [say('commands:press.propose', facts), say('commands:press.reschedule', facts)];
}
