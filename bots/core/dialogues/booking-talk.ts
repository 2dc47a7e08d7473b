import { Injectable } from '@nestjs/common';
import { AttendeeBookings } from '../../../src/bookings/attendee-bookings.repository.js';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { Env } from '../../../src/config/env.js';
import { Database } from '../../../src/database/database.js';
import { Identities } from '../../../src/hosts/identities.service.js';
import { say } from '../../../src/language/say.js';
import { newUid } from '../../../src/shared/random.js';
import { bookingQuestion } from '../cards/booking-question.card.js';
import { type Message, sentences } from '../message.js';
import { nextStep, settle } from './booking.dialogue.js';
import { answered, chosen, type Turn } from './booking-answers.js';
import type { BookingFacts } from './booking-facts.js';
import { BookingFactsReader, type Talker } from './booking-facts-reader.js';
import { type BookingState, bookingStateSchema, freshState } from './booking-state.js';
import { BookingWriter } from './booking-writer.js';
import { Dialogues } from './dialogues.repository.js';

export const BOOKING_DIALOGUE = 'booking';

/** A choice as a platform hands it over. */
export interface Chosen {
  readonly dialogue: string;
  readonly step: string;
  readonly choice: string;
}

interface Stand {
  readonly state: BookingState;
  readonly facts: BookingFacts;
  readonly notes: readonly string[];
}

/** Carries a booking by talk from its first word to the booking. Nothing is written before a yes. */
@Injectable()
export class BookingTalk {
  constructor(
    private readonly dialogues: Dialogues,
    private readonly reader: BookingFactsReader,
    private readonly writer: BookingWriter,
    private readonly bookings: AttendeeBookings,
    private readonly identities: Identities,
    private readonly database: Database,
    private readonly env: Env,
  ) {}

  /** Starts anew with what is known; an earlier picker has expired with that. */
  async start(talker: Talker, known: Partial<BookingState> = {}): Promise<Message> {
    const { hostId } = talker.caller;
    if (hostId && known.hostId === hostId) return sentences(say('book:yourself'));
    const timeZone = known.timeZone ?? (await this.zoneOf(talker));
    return this.goOn(talker, { ...freshState(newUid()), ...known, timeZone });
  }

  /** Looks for another time for a booking of theirs. */
  startMove(talker: Talker, booking: Booking, wish: BookingState['wish'] = null): Promise<Message> {
    const { uid, hostId, calendarId } = booking;
    const minutes = (booking.endsAt.getTime() - booking.startsAt.getTime()) / 60_000;
    return this.start(talker, {
      ...{ movingUid: uid, hostId, calendarId, durationMinutes: minutes, wish },
      timeZone: booking.attendeeTimeZone,
    });
  }

  /** The next typed word of somebody who is asked. */
  async answer(talker: Talker, kept: unknown, text: string): Promise<Message> {
    const stand = await this.stand(talker, bookingStateSchema.parse(kept));
    const turn = answered(stand.state, stand.facts, text);
    if (turn.ok) return this.follow(talker, stand, turn.value);
    await this.keep(talker, stand.state);
    return bookingQuestion(stand.state, stand.facts, [turn.problem.sentence]);
  }

  /** The choice of a picker, which may be an earlier one's, or of a question that was answered since. */
  async choose(talker: Talker, { dialogue, step, choice }: Chosen): Promise<Message> {
    const open = await this.dialogues.open(talker.caller.id);
    const read = bookingStateSchema.safeParse(open?.state);
    const isOpen = open?.kind === BOOKING_DIALOGUE && read.success && read.data.id === dialogue;
    if (!isOpen) return this.expired();
    const stand = await this.stand(talker, read.data);
    const isPresent = nextStep(stand.state, stand.facts) === step;
    if (!isPresent) return bookingQuestion(stand.state, stand.facts, stand.notes);
    return this.follow(talker, stand, chosen(stand.state, stand.facts, choice));
  }

  /** What is said to a picker that is over. */
  expired(): Message {
    const label = say('book:choice.startAgain');
    return {
      lines: [[say('book:expired')]],
      buttons: [{ verb: 'start-booking', subject: 'anew', label, look: 'primary' }],
    };
  }

  /** The zone in which this person reads times; null when it has to be asked. */
  async zoneOf({ caller, platform }: Talker): Promise<string | null> {
    return caller.timeZone ?? (await platform.profileOf(caller)).timeZone;
  }

  /** The same where a zone is needed at once, to read a date with. */
  async readingZone(talker: Talker): Promise<string> {
    return (await this.zoneOf(talker)) ?? this.env.defaultTimeZone;
  }

  private async follow(talker: Talker, { state, facts }: Stand, turn: Turn): Promise<Message> {
    switch (turn.kind) {
      case 'go':
        await this.rememberZone(talker, state, turn.state);
        return this.goOn(talker, turn.state);
      case 'move':
        return this.moveInstead(talker, state, turn.uid);
      case 'stop':
        await this.dialogues.close(talker.caller.id);
        return sentences(say('setup:stopped'));
      case 'write':
        return this.write(talker, state, facts);
    }
  }

  private async goOn(
    talker: Talker,
    wanted: BookingState,
    before: readonly string[] = [],
  ): Promise<Message> {
    const { state, facts, notes } = await this.stand(talker, wanted);
    const end = deadEnd(state, facts);
    if (end !== null) {
      await this.dialogues.close(talker.caller.id, BOOKING_DIALOGUE);
      return sentences(...before, ...notes, end);
    }
    await this.keep(talker, state);
    return bookingQuestion(state, facts, [...before, ...notes]);
  }

  /** Where the dialogue stands once everything is decided that leaves no choice. */
  private async stand(talker: Talker, wanted: BookingState): Promise<Stand> {
    let state = wanted;
    const notes: string[] = [];
    for (;;) {
      const facts = await this.reader.of(talker, state);
      const settled = settle(state, facts);
      notes.push(...settled.notes);
      if (settled.state === state) return { state, facts, notes };
      state = settled.state;
    }
  }

  private async write(talker: Talker, state: BookingState, facts: BookingFacts): Promise<Message> {
    const written = await this.writer.write(talker, state, facts);
    if (written.kind === 'again') {
      return this.goOn(talker, { ...state, wish: null, start: null }, [written.why]);
    }
    if (written.kind === 'done') await this.dialogues.close(talker.caller.id, BOOKING_DIALOGUE);
    return written.message;
  }

  private async moveInstead(talker: Talker, state: BookingState, uid: string): Promise<Message> {
    const [booking] = await this.database.read((entities) =>
      this.bookings.withCode(entities, talker.caller.id, uid),
    );
    return booking ? this.startMove(talker, booking, state.wish) : this.expired();
  }

  /** Whoever had to be asked for their zone is not asked twice. */
  private async rememberZone(
    { caller }: Talker,
    before: BookingState,
    after: BookingState,
  ): Promise<void> {
    if (before.timeZone !== null || after.timeZone === null) return;
    await this.identities.setTimeZone(caller.id, after.timeZone);
  }

  private keep({ caller }: Talker, state: BookingState): Promise<void> {
    return this.dialogues.keep(caller.id, { kind: BOOKING_DIALOGUE, state });
  }
}

/** Why there is nothing to choose from; null when there is. */
function deadEnd(state: BookingState, facts: BookingFacts): string | null {
  const { hostName: host } = facts;
  switch (nextStep(state, facts)) {
    case 'person':
      return facts.people.length === 0 ? say('book:nobodyHere') : null;
    case 'calendar':
      return facts.calendars.length === 0 ? say('book:notTaking', { host }) : null;
    case 'day':
      return facts.days.length === 0 ? say('book:nothingFree', { host }) : null;
    default:
      return null;
  }
}
