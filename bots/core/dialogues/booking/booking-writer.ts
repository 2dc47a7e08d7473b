import { Injectable } from '@nestjs/common';
import { AttendeeBookings } from '../../../../src/bookings/appointments/attendee-bookings.repository.js';
import type { BookedAnswer, BookingAnswer } from '../../../../src/bookings/booking-answer.js';
import { type BookingProblem, isAboutStart } from '../../../../src/bookings/booking.errors.js';
import { BookingLimits } from '../../../../src/bookings/booking-limits.service.js';
import type { Written } from '../../../../src/bookings/booking-transaction.js';
import { CreateBooking } from '../../../../src/bookings/create-booking.service.js';
import { keyFrom } from '../../../../src/shared/idempotency/idempotency-key.js';
import { ManageLinks } from '../../../../src/bookings/manage/manage-links.service.js';
import { MoveBooking } from '../../../../src/bookings/move-booking.service.js';
import { Database } from '../../../../src/database/database.js';
import { say } from '../../../../src/language/say.js';
import { type Outcome, refused } from '../../../../src/shared/outcome.js';
import { attendeeProblem } from '../../attendee-problem-words.js';
import { sourceOf } from '../../booking-source.js';
import { unlessLimited } from '../../presses/unless-limited.js';
import { bookedCard } from '../../cards/booked.card.js';
import { type Message, sentences } from '../../message.js';
import type { BookingFacts } from './booking-facts.js';
import type { Talker } from '../talker.js';
import { intakeOf, valueOf } from './booking-fields.js';
import type { BookingState } from './booking-state.js';
import { goneWords } from '../gone-words.js';

/** What came of writing: it is done, or refused for good; or another time has to be found. */
export type Writing =
  | { readonly kind: 'done' | 'refused'; readonly message: Message }
  | { readonly kind: 'again'; readonly why: string };

type Answered = BookingAnswer & Partial<Pick<BookedAnswer, 'manageUrl' | 'manageToken'>>;

type Answer = Outcome<Written<Answered>, BookingProblem>;

/** Writes what was confirmed in a booking by talk, and says what came of it. */
@Injectable()
export class BookingWriter {
  constructor(
    private readonly createBooking: CreateBooking,
    private readonly moveBooking: MoveBooking,
    private readonly limits: BookingLimits,
    private readonly bookings: AttendeeBookings,
    private readonly links: ManageLinks,
    private readonly database: Database,
  ) {}

  async write(talker: Talker, state: BookingState, facts: BookingFacts): Promise<Writing> {
    const timeZone = state.timeZone ?? 'UTC';
    const answer = await this.tried(talker, state, facts);
    if (answer === null) return { kind: 'refused', message: sentences(say('book:tooMany')) };
    if (answer.ok) return { kind: 'done', message: this.done(answer.value.value, state, facts) };
    const { problem } = answer;
    if (isAboutStart(problem)) return { kind: 'again', why: goneWords(problem) };
    return { kind: 'refused', message: attendeeProblem(problem, facts.hostName, timeZone) };
  }

  private done(answer: Answered, state: BookingState, { afterText }: BookingFacts): Message {
    const { uid, manageToken: token } = answer;
    const fileUrl = token === undefined ? null : this.links.fileAddress(uid, token);
    return bookedCard({ answer, state, fileUrl, afterText });
  }

  /** Null when this person has booked or changed too much in a short time. */
  private tried(talker: Talker, state: BookingState, facts: BookingFacts): Promise<Answer | null> {
    const { movingUid } = state;
    return unlessLimited<Answer>(() =>
      movingUid === null ? this.book(talker, state, facts) : this.move(talker, state, movingUid),
    );
  }

  private book({ caller, platform }: Talker, state: BookingState, facts: BookingFacts) {
    const { id, hostId, calendarId, start, timeZone, durationMinutes, answers, hold } = state;
    const isDecided = durationMinutes !== null && start !== null && timeZone !== null;
    if (hostId === null || calendarId === null || !isDecided) {
      return Promise.resolve(refused<BookingProblem>({ kind: 'not-found' }));
    }
    const value = (name: string): string => {
      const field = facts.fields.find((one) => one.id === name);
      return (field && valueOf(field, answers)) ?? '';
    };
    const email = value('email');
    // However often it is answered, and with whichever time: one talk makes one booking.
    const idempotencyKey = keyFrom('own', `talk ${id}`);
    const who = `chat ${caller.id}`;
    const booker = { address: who, email: email || who, hostId, calendarId, idempotencyKey };
    return this.limits.run(booker, () =>
      this.createBooking.run({
        ...{ hostId, calendarId, start, durationMinutes, idempotencyKey, bookedBy: caller.id },
        ...(hold === null ? {} : { reservation: { uid: hold.uid, secret: hold.secret } }),
        intake: intakeOf(facts.fields, answers),
        attendee: { name: value('name'), email: email || null, timeZone, locale: null },
        ...{ notes: value('notes'), source: sourceOf(platform.name), utm: {} },
      }),
    );
  }

  private async move(
    { caller }: Talker,
    { start, answers }: BookingState,
    uid: string,
  ): Promise<Answer> {
    const [booking] = await this.database.read((entities) =>
      this.bookings.withCode(entities, caller.id, uid),
    );
    if (!booking || start === null) return refused({ kind: 'not-found' });
    await this.limits.change(uid);
    return this.moveBooking.run({
      booking,
      start,
      actor: 'attendee',
      reason: answers['reason'] || null,
    });
  }
}
