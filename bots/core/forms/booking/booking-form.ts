import { Injectable } from '@nestjs/common';
import { parseTimeZone } from '../../../../src/calendars/words/time-zone.parser.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import { parseEmailAddress } from '../../../../src/shared/text/email-address.js';
import { BookingOrders } from '../../commands/book/booking-orders.js';
import { PressedBookings } from '../../commands/book/pressed-bookings.js';
import type { BookingState } from '../../dialogues/booking/booking-state.js';
import { BookingTalk, moveOf } from '../../dialogues/booking/booking-talk.js';
import { Dialogues } from '../../dialogues/dialogues.repository.js';
import type { Talker } from '../../dialogues/talker.js';
import { type Message, sentences } from '../../message.js';
import { BOOK_MOVE, BOOK_WITH, BOOKING_FORM } from '../command-subject.js';
import { type Answer, type FilledForm, type FormWish, inWords } from '../form.js';
import { type FieldSentences, FormScript } from '../form-script.js';
import { BookingPages } from './booking-pages.js';
import { DetailsTurn } from './details-turn.js';
import { pageIn } from './page-subject.js';
import { TimeTurn } from './time-turn.js';
import { OTHER_ZONE } from './time-values.js';

/**
 * The booking by talk in two windows. Its state is kept like that of a talk, so that nobody has another
 * person's, a new one takes the place of an earlier one, and what is held goes with it.
 */
@Injectable()
export class BookingForm extends FormScript {
  readonly kind = BOOKING_FORM;

  constructor(
    private readonly orders: BookingOrders,
    private readonly pressed: PressedBookings,
    private readonly talk: BookingTalk,
    private readonly pages: BookingPages,
    private readonly times: TimeTurn,
    private readonly details: DetailsTurn,
    private readonly dialogues: Dialogues,
  ) {
    super();
  }

  override async open(talker: Talker, wish: FormWish): Promise<Answer> {
    const known = await this.known(talker, wish);
    if (!known.ok) return inWords(known.problem);
    const fresh = await this.talk.fresh(talker, known.value);
    if (!fresh.ok) return inWords(fresh.problem);
    await this.dialogues.leave(talker.caller.id);
    return this.pages.time(talker, fresh.value, { values: {}, notes: [] });
  }

  override check({ subject, values }: FilledForm): FieldSentences {
    const { zone, otherZone = '', email = '' } = values;
    if (pageIn(subject)?.page === 'details') {
      return email.trim() === '' ? {} : unless(parseEmailAddress(email), 'email');
    }
    return zone === OTHER_ZONE ? unless(parseTimeZone(otherZone), 'otherZone') : {};
  }

  override change(talker: Talker, filled: FilledForm): Promise<Answer> {
    const turn = this.turnOf(filled);
    return this.turn(talker, filled, (state) => turn.change(talker, state, filled.values));
  }

  override submit(talker: Talker, filled: FilledForm): Promise<Answer> {
    const turn = this.turnOf(filled);
    return this.turn(talker, filled, (state) => turn.submit(talker, state, filled.values));
  }

  /** Whoever closes either window has left the talk: what is held goes, and nothing waits for words. */
  override async leave(talker: Talker, subject: string): Promise<void> {
    const left = pageIn(subject);
    const state = left && (await this.talk.openOne(talker, left.id));
    if (!state) return;
    await this.talk.abandon(state);
    await this.talk.end(talker, sentences());
  }

  private turnOf({ subject }: FilledForm): DetailsTurn | TimeTurn {
    return pageIn(subject)?.page === 'details' ? this.details : this.times;
  }

  /** A window whose talk is over, or was never this person's, says so. */
  private async turn(
    talker: Talker,
    { subject }: FilledForm,
    go: (state: BookingState) => Promise<Answer>,
  ): Promise<Answer> {
    const state = await this.talk.openOne(talker, pageIn(subject)?.id ?? '');
    return state ? go(state) : inWords(this.talk.expired());
  }

  private async known(
    talker: Talker,
    { subject, values }: FormWish,
  ): Promise<Outcome<Partial<BookingState>, Message>> {
    const order = { ...talker, word: (name: string) => values[name] || undefined };
    if (subject === BOOK_WITH) return this.orders.book(order);
    if (subject !== BOOK_MOVE) return this.pressed.of(talker, subject);
    const move = await this.orders.move(order);
    if (!move.ok) return move;
    const { booking, known } = move.value;
    return done({ ...moveOf(talker, booking), ...known });
  }
}

const unless = (
  read: Outcome<string, { readonly sentence: string }>,
  fieldId: string,
): FieldSentences => (read.ok ? {} : { [fieldId]: read.problem.sentence });
