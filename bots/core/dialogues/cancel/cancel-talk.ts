import { Injectable } from '@nestjs/common';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import {
  CancelBooking,
  type CancelRequest,
} from '../../../../src/bookings/cancel-booking.service.js';
import { closedOrMoved, tooLateProblem } from '../../../../src/bookings/changeable.js';
import { CalendarRepository } from '../../../../src/calendars/calendar.repository.js';
import { Database } from '../../../../src/database/database.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import { newUid } from '../../../../src/shared/random.js';
import { attendeeZone } from '../../attendee-zone.js';
import { BookingProblemWords } from '../../booking-problem-words.js';
import { cancelQuestion } from '../../cards/cancel-question.card.js';
import { BookingChoice, refusedAs } from '../../commands/bookings/booking-choice.js';
import { HostZone } from '../../commands/host-zone.js';
import { OwnBookings } from '../../commands/book/own-bookings.js';
import { type Message, sentences, time } from '../../message.js';
import {
  cancelAnswered,
  cancelChosen,
  type CancelFacts,
  type CancelState,
  cancelStateSchema,
  cancelStep,
  type CancelTurn,
} from './cancel.dialogue.js';
import { Dialogues } from '../dialogues.repository.js';
import { expiredPicker } from '../expired-picker.js';
import { type Script, type Stand, Talk } from '../talk.js';
import type { Talker } from '../talker.js';

export const CANCEL_DIALOGUE = 'cancel';

/** Which booking somebody wants to cancel, as whom, and what they said already. */
export type CancelWish = Pick<CancelState, 'uid' | 'side'> & { readonly reason?: string | null };

interface CancelOrder extends CancelWish {
  /** Only where it still starts then, epoch milliseconds. */
  readonly onlyAt?: number;
}

const words = new BookingProblemWords();

const SCRIPT: Script<CancelState, CancelFacts, CancelTurn> = {
  ...{ step: cancelStep, answered: cancelAnswered },
  chosen: (state, facts, choice) => done(cancelChosen(state, facts, choice)),
  settle: (state) => ({ state, notes: [] }),
  question: cancelQuestion,
  deadEnd: (_state, { hindrance, timeZone }) => hindrance && words.of(hindrance, timeZone),
};

/** Asks before a booking is cancelled: one press in passing must not cost somebody their appointment. */
@Injectable()
export class CancelTalk extends Talk<CancelState, CancelFacts, CancelTurn> {
  readonly kind = CANCEL_DIALOGUE;
  /** To somebody who is asked whether to cancel, that word is an answer. */
  override readonly stopWords = /^(?:stop|quit)$/i;
  protected readonly script = SCRIPT;
  protected readonly wordSteps: readonly string[] = ['reason'];

  constructor(
    dialogues: Dialogues,
    private readonly own: OwnBookings,
    private readonly choice: BookingChoice,
    private readonly zone: HostZone,
    private readonly cancelBooking: CancelBooking,
    private readonly calendars: CalendarRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super(dialogues);
  }

  async start(talker: Talker, { uid, side, reason }: CancelWish): Promise<Message> {
    const found = await this.find(talker, { uid, side });
    if (!found.ok) return found.problem;
    const start = found.value.startsAt.getTime();
    await this.dialogues.leave(talker.caller.id);
    return this.goOn(talker, { id: newUid(), uid, side, reason: reason ?? '', start });
  }

  override expired(kept: unknown): Message {
    const state = this.stateIn(kept);
    const verb = state?.side === 'host' ? 'cancel' : 'cancel-mine';
    return expiredPicker(state && { verb, subject: state.uid });
  }

  override abandon(): Promise<void> {
    return Promise.resolve();
  }

  /** Cancels at once, for somebody who was asked. */
  async cancel(talker: Talker, { uid, side, reason, onlyAt }: CancelOrder): Promise<Message> {
    const found = await this.find(talker, { uid, side });
    if (!found.ok) return found.problem;
    const order = { booking: found.value, reason: reason ? reason : null, onlyAt };
    return side === 'attendee'
      ? this.own.cancel(talker.caller, order)
      : this.cancelAsHost(talker, order);
  }

  protected override stateIn(kept: unknown): CancelState | null {
    return cancelStateSchema.safeParse(kept).data ?? null;
  }

  /** What is asked before it is cancelled; words where it cannot be, or is not theirs. */
  async look(talker: Talker, wish: CancelWish): Promise<Outcome<CancelFacts, Message>> {
    const found = await this.find(talker, wish);
    if (!found.ok) return found;
    const start = found.value.startsAt.getTime();
    const facts = await this.factsOf(talker, { id: '', ...wish, reason: '', start });
    if (!facts.ok || facts.value.hindrance === null) return facts;
    return refused(words.of(facts.value.hindrance, facts.value.timeZone));
  }

  protected override async factsOf(
    talker: Talker,
    state: CancelState,
  ): Promise<Outcome<CancelFacts, Message>> {
    const found = await this.find(talker, state);
    if (!found.ok) return found;
    const booking = found.value;
    const isHost = state.side === 'host';
    const settings = (await this.configurationOf(booking))?.settings;
    const now = this.clock.now();
    const wish = { booking, change: 'cancel', actor: state.side, now } as const;
    return done({
      ...{ title: booking.title, start: booking.startsAt.getTime() },
      person: isHost ? booking.attendeeName : booking.hostName,
      timeZone: isHost
        ? await this.zone.of(talker.caller, booking)
        : attendeeZone(talker.caller, booking),
      // A host owes nobody a reason, and may give one.
      rule: isHost ? 'optional' : (settings?.cutoffs.reason ?? 'optional'),
      hindrance:
        closedOrMoved(state.start)(booking, now) ??
        (settings ? tooLateProblem({ ...wish, settings }) : null),
    });
  }

  protected override async follow(
    talker: Talker,
    { state }: Stand<CancelState, CancelFacts>,
    turn: CancelTurn,
  ): Promise<Message> {
    switch (turn.kind) {
      case 'go':
        return this.goOn(talker, turn.state);
      case 'keep':
        return this.end(talker, sentences(say('commands:press.kept')));
      case 'write':
        return this.end(talker, await this.cancel(talker, { ...state, onlyAt: state.start }));
    }
  }

  private async find(
    { caller }: Talker,
    { uid, side }: Pick<CancelState, 'uid' | 'side'>,
  ): Promise<Outcome<Booking, Message>> {
    const from = side === 'host' ? this.choice : this.own;
    return refusedAs(uid, await from.named(caller, uid));
  }

  private async cancelAsHost(
    { caller }: Talker,
    order: Omit<CancelRequest, 'actor'>,
  ): Promise<Message> {
    const { booking } = order;
    const timeZone = await this.zone.of(caller, booking);
    const cancelled = await this.cancelBooking.run({ ...order, actor: 'host' });
    if (!cancelled.ok) return words.of(cancelled.problem, timeZone);
    const said = say('commands:cancelled', { attendee: booking.attendeeName });
    return { lines: [[said, ' ', time(booking.startsAt, timeZone)]] };
  }

  private configurationOf({ calendarId }: Booking) {
    return this.database.read((entities) => this.calendars.findById(entities, calendarId));
  }
}
