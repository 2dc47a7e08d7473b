import { Injectable } from '@nestjs/common';
import { AttendeeBookings } from '../../../../src/bookings/appointments/attendee-bookings.repository.js';
import { CancelBooking } from '../../../../src/bookings/cancel-booking.service.js';
import { ForgetAttendee } from '../../../../src/bookings/personal-data/forget-attendee.service.js';
import { Database } from '../../../../src/database/database.js';
import type { ChatIdentity } from '../../../../src/hosts/chat-identity.entity.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { attendeeProblem } from '../../attendee-problem-words.js';
import { Confirmations } from '../../dialogues/confirmations.js';
import { Dialogues } from '../../dialogues/dialogues.repository.js';
import { type Message, sentences } from '../../message.js';
import type { CommandCall } from '../command.js';
import { OwnBookings } from './own-bookings.js';

/** Erases whoever asks for it from what they booked in chat, after a question. */
@Injectable()
export class ForgetTalk {
  constructor(
    private readonly own: OwnBookings,
    private readonly bookings: AttendeeBookings,
    private readonly cancelBooking: CancelBooking,
    private readonly forget: ForgetAttendee,
    private readonly identities: Identities,
    private readonly dialogues: Dialogues,
    private readonly confirmations: Confirmations,
    private readonly database: Database,
  ) {}

  /**
   * What is still ahead cannot be forgotten: its host has to know who comes. A yes is enough while
   * nothing is; otherwise it does not say what becomes of it.
   */
  async ask(call: CommandCall): Promise<Message> {
    const { caller } = call;
    const all = await this.database.read((em) => this.bookings.all(em, caller.id));
    const ahead = (await this.own.upcoming(caller)).length;
    if (call.isConfirmed && ahead === 0) return this.answer(caller, 'forget-past');
    const answerable = await this.confirmations.expect(call, 'forget');
    const title = say('book:forget.sure');
    const effect = say('book:forget.effect', { count: all.length - ahead });
    if (ahead === 0) return { title, lines: [[effect]], ...answerable };
    return {
      title,
      lines: [
        [effect],
        [say('book:forget.ahead', { count: ahead })],
        ...(call.isConfirmed ? [[say('book:forget.choose')]] : []),
      ],
      buttons: [
        button('forget-all', caller, say('book:forget.all')),
        button('forget-past', caller, say('book:forget.pastOnly')),
        { verb: 'keep', subject: caller.id, label: say('book:forget.nothing') },
      ],
    };
  }

  async answer(caller: ChatIdentity, verb: 'forget-all' | 'forget-past'): Promise<Message> {
    const staying = verb === 'forget-all' ? await this.cancelAhead(caller) : 0;
    const forgotten = await this.forget.run(caller.id);
    if (!forgotten.ok) return attendeeProblem(forgotten.problem, '', caller.timeZone ?? 'UTC');
    const { waiting } = forgotten.value;
    await this.identities.forgetTimeZone(caller.id);
    await this.dialogues.close(caller.id);
    return sentences(
      say('book:forget.done', { count: forgotten.value.erased }),
      ...(waiting === 0 ? [] : [say('book:forget.waiting', { count: waiting })]),
      ...(staying === 0 ? [] : [say('book:forget.staying', { count: staying })]),
    );
  }

  /** How many stay: those that are running, and those that it is too late to cancel. */
  private async cancelAhead(caller: ChatIdentity): Promise<number> {
    const reason = say('book:forget.reason');
    const outcomes = [];
    for (const booking of await this.own.upcoming(caller)) {
      outcomes.push(await this.cancelBooking.run({ booking, actor: 'attendee', reason }));
    }
    return outcomes.filter(({ ok }) => !ok).length;
  }
}

const button = (verb: 'forget-all' | 'forget-past', { id }: ChatIdentity, label: string) =>
  ({ verb, subject: id, label, look: 'danger' }) as const;
