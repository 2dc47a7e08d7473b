import { Injectable } from '@nestjs/common';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import { parseMinutes } from '../../../../src/calendars/words/duration.parser.js';
import { quoted } from '../../../../src/calendars/words/plain-words.js';
import {
  nearestTimeZones,
  parseTimeZone,
} from '../../../../src/calendars/words/time-zone.parser.js';
import { parseWish, resemblesWish } from '../../../../src/calendars/words/wish.parser.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import { localDateOf } from '../../../../src/slots/wall-clock.js';
import { attendeeZone } from '../../attendee-zone.js';
import { whichCard } from '../../cards/own-bookings.card.js';
import type { BookingState } from '../../dialogues/booking/booking-state.js';
import { BookingTalk } from '../../dialogues/booking/booking-talk.js';
import type { Talker } from '../../dialogues/talker.js';
import { type Message, mistake, sentences } from '../../message.js';
import type { CommandCall } from '../command.js';
import { readReason } from '../reason.js';
import { OwnBookings } from './own-bookings.js';
import { PersonFinder } from './person-finder.js';

/** A command line of somebody who wants to book or to move, as far as it is read by name. */
export type BookingOrder = Talker & Pick<CommandCall, 'word'>;

/** A booking that is to move, and what the line says about that. */
export interface MoveOrder {
  readonly booking: Booking;
  readonly known: Partial<BookingState>;
}

/** Reads what somebody orders who books, before a dialogue or a window asks for the rest. */
@Injectable()
export class BookingOrders {
  constructor(
    private readonly finder: PersonFinder,
    private readonly own: OwnBookings,
    private readonly talk: BookingTalk,
    private readonly clock: Clock,
  ) {}

  /** Whom they want to meet and how far the line has got beside that. */
  async book(order: BookingOrder): Promise<Outcome<Partial<BookingState>, Message>> {
    const words = order.word('person');
    const person = words === undefined ? null : await this.finder.find(order, words);
    if (person && !person.ok) return person;
    const rest = person?.value.rest ?? '';
    if (rest !== '') {
      const said = say('grammar:parser.tooMuch', { rest: quoted(rest) });
      return refused(sentences(this.misread(rest) ?? said));
    }
    const asked = await this.askedFor(order);
    if (!asked.ok) return refused(mistake(asked.problem.sentence));
    return done({ ...asked.value, ...(person ? { hostId: person.value.hostId } : {}) });
  }

  async move(order: BookingOrder): Promise<Outcome<MoveOrder, Message>> {
    const { caller, word } = order;
    const code = word('booking');
    if (code === undefined) return refused(await this.which(order));
    const booking = await this.own.named(caller, code);
    if (!booking.ok) return booking;
    const when = word('when');
    const timeZone = attendeeZone(caller, booking.value);
    const day = localDateOf(timeZone, booking.value.startsAt.getTime());
    const reading = { now: this.clock.now(), timeZone, day };
    const wish = when === undefined ? null : parseWish(when, reading);
    if (wish && !wish.ok) return refused(mistake(wish.problem.sentence));
    const reason = readReason(order);
    if (!reason.ok) return refused(mistake(reason.problem.sentence));
    const answers = reason.value === null ? {} : { answers: { reason: reason.value } };
    return done({ booking: booking.value, known: { wish: wish?.value ?? null, ...answers } });
  }

  /** Whoever names none of their bookings is shown them. */
  private async which(order: BookingOrder): Promise<Message> {
    const bookings = await this.own.upcoming(order.caller);
    if (bookings.length === 0) return sentences(say('book:own.none'));
    return whichCard(bookings, 'move-mine', await this.talk.readingZone(order));
  }

  /** How far the line has got: when, how long, and in which zone. */
  private async askedFor({
    word,
    ...talker
  }: BookingOrder): Promise<Outcome<Partial<BookingState>, SentenceProblem>> {
    const [date, zoneText, length] = [word('date'), word('timezone'), word('duration')];
    const zone = zoneText === undefined ? null : parseTimeZone(zoneText);
    if (zone && !zone.ok) {
      const unread = date === undefined ? this.misread(zoneText ?? '') : null;
      return unread === null ? zone : refusedWith(unread);
    }
    const timeZone = zone?.value ?? (await this.talk.readingZone(talker));
    const wish = date === undefined ? null : parseWish(date, { now: this.clock.now(), timeZone });
    if (wish && !wish.ok) return wish;
    const minutes = length === undefined ? null : parseMinutes(length);
    if (minutes && !minutes.ok) return minutes;
    const given = zone === null ? {} : { timeZone };
    return done({ ...given, wish: wish?.value ?? null, wishedMinutes: minutes?.value ?? null });
  }

  /** What is wrong with words that are almost a date or a zone; null when they are nothing like it. */
  private misread(text: string): string | null {
    const wish = parseWish(text, { now: this.clock.now(), timeZone: 'UTC' });
    if (!wish.ok && (/\d/.test(text) || resemblesWish(text))) return wish.problem.sentence;
    const zone = parseTimeZone(text);
    return !zone.ok && nearestTimeZones(text).length > 0 ? zone.problem.sentence : null;
  }
}
