import { Injectable } from '@nestjs/common';
import { AttendeeBookings } from '../../../../src/bookings/appointments/attendee-bookings.repository.js';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import { Env } from '../../../../src/config/env.js';
import { Database } from '../../../../src/database/database.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import { newUid } from '../../../../src/shared/random.js';
import { notTaking } from '../../attendee-problem-words.js';
import { localDateOf } from '../../../../src/slots/wall-clock.js';
import { attendeeZone } from '../../attendee-zone.js';
import { BookingProblemWords } from '../../booking-problem-words.js';
import { bookingQuestion } from '../../cards/booking-question.card.js';
import { type Message, sentences } from '../../message.js';
import { nextStep, settle } from './booking.dialogue.js';
import { answered, chosen, type Turn } from './booking-answers.js';
import type { BookingFacts } from './booking-facts.js';
import { BookingFactsReader } from './booking-facts-reader.js';
import { type BookingState, bookingStateSchema, freshState } from './booking-state.js';
import { BookingWriter } from './booking-writer.js';
import { Dialogues } from '../dialogues.repository.js';
import { expiredPicker } from '../expired-picker.js';
import { type Script, type Stand, Talk } from '../talk.js';
import { TalkHolds } from './talk-holds.js';
import type { Talker } from '../talker.js';

export const BOOKING_DIALOGUE = 'booking';

/** Where a booking by talk, or in a window, stands. */
export type BookingStand = Stand<BookingState, BookingFacts>;

const SCRIPT: Script<BookingState, BookingFacts, Turn> = {
  ...{ step: nextStep, settle, answered, chosen, deadEnd },
  question: bookingQuestion,
};

/** Carries a booking by talk from its first word to the booking. Nothing is written before a yes. */
@Injectable()
export class BookingTalk extends Talk<BookingState, BookingFacts, Turn> {
  readonly kind = BOOKING_DIALOGUE;
  protected readonly script = SCRIPT;
  protected readonly wordSteps: readonly string[] = ['field'];

  constructor(
    dialogues: Dialogues,
    private readonly reader: BookingFactsReader,
    private readonly writer: BookingWriter,
    private readonly holds: TalkHolds,
    private readonly bookings: AttendeeBookings,
    private readonly identities: Identities,
    private readonly database: Database,
    private readonly env: Env,
  ) {
    super(dialogues);
  }

  /** Starts anew with what is known; an earlier picker has expired with that. */
  async start(talker: Talker, known: Partial<BookingState> = {}): Promise<Message> {
    const fresh = await this.fresh(talker, known);
    return fresh.ok ? this.begin(talker, fresh.value) : fresh.problem;
  }

  /** Looks for another time for a booking of theirs. */
  startMove(talker: Talker, booking: Booking, known: Partial<BookingState> = {}): Promise<Message> {
    return this.start(talker, { ...moveOf(talker, booking), ...known });
  }

  /** How it starts, with what is known. Nobody meets themselves. */
  async fresh(
    talker: Talker,
    known: Partial<BookingState>,
  ): Promise<Outcome<BookingState, Message>> {
    const { hostId } = talker.caller;
    if (hostId && known.hostId === hostId) return refused(sentences(say('book:yourself')));
    const timeZone = known.timeZone ?? (await this.zoneOf(talker));
    return done({ ...freshState(newUid()), ...known, timeZone });
  }

  /** The one with this id, as long as it is open and this person's; null when it is neither. */
  async openOne({ caller }: Talker, id: string): Promise<BookingState | null> {
    const open = await this.dialogues.open(caller.id);
    const state = open?.kind === this.kind ? this.stateIn(open.state) : null;
    return state?.id === id ? state : null;
  }

  /** What is said to a picker that is over. */
  override expired(): Message {
    return expiredPicker({ verb: 'start-booking', subject: 'anew' });
  }

  override async abandon(kept: unknown): Promise<void> {
    const state = this.stateIn(kept);
    if (state) await this.holds.release(state);
  }

  /** The zone in which this person reads times; null when it has to be asked. */
  async zoneOf({ caller, platform }: Talker): Promise<string | null> {
    return caller.timeZone ?? (await platform.profileOf(caller)).timeZone;
  }

  /** The same where a zone is needed at once, to read a date with. */
  async readingZone(talker: Talker): Promise<string> {
    return (await this.zoneOf(talker)) ?? this.env.defaultTimeZone;
  }

  protected override stateIn(kept: unknown): BookingState | null {
    return bookingStateSchema.safeParse(kept).data ?? null;
  }

  protected override async factsOf(
    talker: Talker,
    state: BookingState,
  ): Promise<Outcome<BookingFacts, Message>> {
    return done(await this.reader.of(talker, state));
  }

  override secure(talker: Talker, state: BookingState) {
    return this.holds.keepUp(talker, state);
  }

  protected override async follow(
    talker: Talker,
    { state, facts }: BookingStand,
    turn: Turn,
  ): Promise<Message> {
    switch (turn.kind) {
      case 'go':
        await this.rememberZone(talker, state, turn.state);
        return this.goOn(talker, turn.state);
      case 'move':
        return this.moveInstead(talker, state, turn.uid);
      case 'stop':
        await this.abandon(state);
        return this.end(talker, sentences(say('setup:stopped')));
      case 'write':
        return this.write(talker, state, facts);
    }
  }

  private async write(talker: Talker, state: BookingState, facts: BookingFacts): Promise<Message> {
    const written = await this.writer.write(talker, state, facts);
    if (written.kind === 'again') {
      return this.goOn(talker, { ...state, wish: null, start: null }, [written.why]);
    }
    return written.kind === 'done' ? this.end(talker, written.message) : written.message;
  }

  private async moveInstead(talker: Talker, state: BookingState, uid: string): Promise<Message> {
    const [booking] = await this.database.read((entities) =>
      this.bookings.withCode(entities, talker.caller.id, uid),
    );
    return booking ? this.startMove(talker, booking, { wish: state.wish }) : this.expired();
  }

  /** Whoever had to be asked for their zone is not asked twice. */
  async rememberZone({ caller }: Talker, before: BookingState, after: BookingState): Promise<void> {
    if (before.timeZone !== null || after.timeZone === null) return;
    await this.identities.setTimeZone(caller.id, after.timeZone);
  }
}

/** What is known of a move before anything is said about it. */
export function moveOf({ caller }: Talker, booking: Booking): Partial<BookingState> {
  const { uid, hostId, calendarId, startsAt, endsAt } = booking;
  const durationMinutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  const timeZone = attendeeZone(caller, booking);
  const talkedDay = localDateOf(timeZone, startsAt.getTime());
  return { movingUid: uid, hostId, calendarId, durationMinutes, timeZone, talkedDay };
}

/** Why there is nothing to choose from; null when there is. */
export function deadEnd(state: BookingState, facts: BookingFacts): Message | null {
  const { hostName: host, hindrance } = facts;
  if (hindrance) return new BookingProblemWords().of(hindrance, state.timeZone ?? 'UTC');
  switch (nextStep(state, facts)) {
    case 'person':
      return facts.people.length === 0 ? sentences(say('book:nobodyHere')) : null;
    case 'calendar':
      return facts.calendars.length === 0 ? notTaking(host, facts.pausedUntil) : null;
    case 'day':
      return facts.days.length === 0 ? sentences(say('book:nothingFree', { host })) : null;
    default:
      return null;
  }
}
