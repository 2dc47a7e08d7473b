import { Injectable } from '@nestjs/common';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import { isAboutStart, type StartProblem } from '../../../../src/bookings/booking.errors.js';
import type { ChangeOutcome } from '../../../../src/bookings/change-booking.service.js';
import { keyFrom } from '../../../../src/shared/idempotency/idempotency-key.js';
import { MoveBooking } from '../../../../src/bookings/move-booking.service.js';
import { ProposeTimes } from '../../../../src/bookings/other-times/propose-times.service.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import { newUid } from '../../../../src/shared/random.js';
import { BookingProblemWords, refusedStart } from '../../booking-problem-words.js';
import { movedCard, proposedCard } from '../../cards/other-time-done.card.js';
import { otherTimeQuestion } from '../../cards/other-time-question.card.js';
import { HostZone } from '../../commands/host-zone.js';
import { type Message, sentences } from '../../message.js';
import { Dialogues } from '../dialogues.repository.js';
import { expiredPicker } from '../expired-picker.js';
import {
  freshOtherTime,
  type OtherTimeFacts,
  type OtherTimeState,
  otherTimeStateSchema,
  otherTimeStep,
  settleOtherTime,
} from './other-time.dialogue.js';
import {
  again,
  otherTimeAnswered,
  otherTimeChosen,
  type OtherTimeTurn,
} from './other-time-answers.js';
import { OtherTimeReader } from './other-time-reader.js';
import { type LookAgain, type Script, type Stand, Talk } from '../talk.js';
import { MoveHolds } from '../move-holds.js';
import type { Talker } from '../talker.js';

type Stood = Stand<OtherTimeState, OtherTimeFacts>;

const words = new BookingProblemWords();

const SCRIPT: Script<OtherTimeState, OtherTimeFacts, OtherTimeTurn> = {
  ...{ step: otherTimeStep, settle: settleOtherTime, question: otherTimeQuestion },
  answered: otherTimeAnswered,
  chosen: (state, facts, choice) => done(otherTimeChosen(state, facts, choice)),
  deadEnd: (state, { hindrance }) => hindrance && words.of(hindrance, state.timeZone ?? 'UTC'),
};

/** Finds other times for a booking with its host, to propose them or to move it. */
@Injectable()
export class OtherTimeTalk extends Talk<OtherTimeState, OtherTimeFacts, OtherTimeTurn> {
  readonly kind = 'other-time';
  protected readonly script = SCRIPT;
  protected readonly wordSteps: readonly string[] = [];

  constructor(
    dialogues: Dialogues,
    private readonly reader: OtherTimeReader,
    private readonly zone: HostZone,
    private readonly holds: MoveHolds,
    private readonly proposeTimes: ProposeTimes,
    private readonly moveBooking: MoveBooking,
  ) {
    super(dialogues);
  }

  async start(
    talker: Talker,
    booking: Booking,
    purpose: OtherTimeState['purpose'],
  ): Promise<Message> {
    const timeZone = await this.zone.of(talker.caller, booking);
    const known = { id: newUid(), uid: booking.uid, purpose, timeZone };
    return this.begin(talker, freshOtherTime(known));
  }

  /** A time that is typed for a booking must not meet one that the same host was about to choose. */
  makeRoom({ caller }: Pick<Talker, 'caller'>): Promise<void> {
    return this.dialogues.leave(caller.id, this.kind);
  }

  override async abandon(kept: unknown): Promise<void> {
    const state = this.stateIn(kept);
    if (state) await this.holds.release(state.uid, state.heldStarts);
  }

  override expired(kept: unknown): Message {
    const state = this.stateIn(kept);
    return expiredPicker(state && { verb: 'reschedule', subject: state.uid });
  }

  protected override stateIn(kept: unknown): OtherTimeState | null {
    return otherTimeStateSchema.safeParse(kept).data ?? null;
  }

  protected override factsOf(
    talker: Talker,
    state: OtherTimeState,
  ): Promise<Outcome<OtherTimeFacts, Message>> {
    return this.reader.of(talker, state);
  }

  override async secure(
    talker: Talker,
    state: OtherTimeState,
  ): Promise<OtherTimeState | LookAgain<OtherTimeState>> {
    const { starts, heldStarts, isInsisted } = state;
    if (starts.length + heldStarts.length === 0) return state;
    const booking = await this.reader.booking(talker, state);
    if (!booking.ok) return state;
    const choice = { booking: booking.value, starts, actor: 'host', isInsisted } as const;
    const { held, gone } = await this.holds.keepUp(talker, { ...choice, held: heldStarts });
    const kept = { ...state, heldStarts: [...held] };
    return gone === null ? kept : without(kept, gone);
  }

  protected override async follow(
    talker: Talker,
    stand: Stood,
    turn: OtherTimeTurn,
  ): Promise<Message> {
    switch (turn.kind) {
      case 'go':
        return this.goOn(talker, turn.state);
      case 'stop':
        await this.abandon(stand.state);
        return this.end(talker, sentences(say('setup:stopped')));
      case 'write':
        return this.write(talker, stand);
    }
  }

  private async write(talker: Talker, { state, facts }: Stood): Promise<Message> {
    const booking = await this.reader.booking(talker, state);
    if (!booking.ok) return this.end(talker, booking.problem);
    const { starts, purpose } = state;
    const timeZone = state.timeZone ?? 'UTC';
    const outcome = await this.tried(state, booking.value);
    if (outcome.ok) {
      const card = purpose === 'move' ? movedCard : proposedCard;
      const { attendeeName, clocks } = facts;
      return this.end(talker, card({ attendeeName, starts, clocks, notes: [] }));
    }
    const { problem } = outcome;
    if (!isAboutStart(problem)) {
      await this.abandon(state);
      return this.end(talker, words.of(problem, timeZone));
    }
    const look = without(state, problem);
    return this.goOn(talker, look.again, [look.why]);
  }

  /** Two presses of one question are one change. */
  private tried(
    { id, purpose, starts, isInsisted }: OtherTimeState,
    booking: Booking,
  ): Promise<ChangeOutcome> {
    const idempotencyKey = keyFrom('own', `other time ${id} ${starts.join(' ')}`);
    const wish = { booking, isInsisted, reason: null, idempotencyKey };
    const [start = 0] = starts;
    return purpose === 'move'
      ? this.moveBooking.run({ ...wish, start, actor: 'host' })
      : this.proposeTimes.run({ ...wish, starts });
  }
}

/** What was refused is chosen no more; the rest stays chosen, as it was meant. */
function without(state: OtherTimeState, gone: StartProblem): LookAgain<OtherTimeState> {
  const { starts, isInsisted, timeZone } = state;
  const left = gone.start === undefined ? [] : starts.filter((start) => start !== gone.start);
  const isTaken = gone.kind === 'slot-taken';
  return {
    again: { ...again(state), starts: left, isInsisted: left.length > 0 && isInsisted },
    why: isTaken ? say('other:justTaken') : refusedStart(gone, timeZone ?? 'UTC'),
  };
}
