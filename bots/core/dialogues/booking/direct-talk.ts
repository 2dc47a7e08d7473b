import { Injectable } from '@nestjs/common';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import { parseWish, type Wish } from '../../../../src/calendars/words/wish.parser.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { localDateOf } from '../../../../src/slots/wall-clock.js';
import { ownBookingsCard, whichCard } from '../../cards/own-bookings.card.js';
import { OwnBookings } from '../../commands/book/own-bookings.js';
import { PersonFinder } from '../../commands/book/person-finder.js';
import { type Message, sentences } from '../../message.js';
import type { Talker } from '../talker.js';
import { BookingTalk } from './booking-talk.js';
import { CancelTalk } from '../cancel/cancel-talk.js';
import { type DirectWords, parseDirectWords } from './direct-words.parser.js';
import { Talks } from '../talks.js';

/** Answers plain words of somebody to whom no question is open: they start what commands start too. */
@Injectable()
export class DirectTalk {
  constructor(
    private readonly own: OwnBookings,
    private readonly finder: PersonFinder,
    private readonly talk: BookingTalk,
    private readonly cancel: CancelTalk,
    private readonly talks: Talks,
    private readonly clock: Clock,
  ) {}

  async hear(talker: Talker, text: string): Promise<Message> {
    const timeZone = await this.talk.readingZone(talker);
    const context = { now: this.clock.now(), timeZone };
    const words = parseDirectWords(text, context);
    const wish = words.when === null ? null : parseWish(words.when, context);
    if (wish && !wish.ok) return sentences(wish.problem.sentence);
    const when = wish?.value ?? null;
    switch (words.want) {
      case 'book':
        return this.book(talker, words, when);
      case 'move':
      case 'cancel':
        return this.change(talker, { words, when, timeZone });
      case 'list':
        return ownBookingsCard(await this.own.upcoming(talker.caller), timeZone);
      case 'help':
        return sentences(say('book:direct.help'), say('book:direct.commands'));
      case 'unclear':
        return this.unclear(talker, text);
    }
  }

  private async book(talker: Talker, { person }: DirectWords, wish: Wish | null): Promise<Message> {
    if (person === null) return this.talk.start(talker, { wish });
    const found = await this.finder.find(talker, person);
    return found.ok ? this.talk.start(talker, { wish, hostId: found.value }) : found.problem;
  }

  /** A date names the booking that is meant, or the new time when there is only one booking. */
  private async change(talker: Talker, { words, when, timeZone }: ChangeWish): Promise<Message> {
    const bookings = await this.own.upcoming(talker.caller);
    const named = bookings.filter((booking) => isNamed(booking, when, timeZone));
    const [booking, another] = named.length > 0 ? named : bookings;
    if (!booking) return sentences(say('book:own.none'));
    const verb = words.want === 'move' ? 'move-mine' : 'cancel-mine';
    if (another) return whichCard(named.length > 0 ? named : bookings, verb, timeZone);
    if (verb === 'move-mine') {
      return this.talk.startMove(talker, booking, { wish: named.length > 0 ? null : when });
    }
    return this.cancel.start(talker, { uid: booking.uid, side: 'attendee' });
  }

  /** A name alone is a wish to meet; a number is an answer to a picker that is over. */
  private async unclear(talker: Talker, text: string): Promise<Message> {
    const found = await this.finder.find(talker, text);
    if (found.ok) return this.talk.start(talker, { hostId: found.value });
    const expired = await this.talks.expired(talker);
    if (expired) return expired;
    return sentences(
      say('book:direct.unclear'),
      say('book:direct.help'),
      say('book:direct.commands'),
    );
  }
}

interface ChangeWish {
  readonly words: DirectWords;
  readonly when: Wish | null;
  readonly timeZone: string;
}

function isNamed({ startsAt }: Booking, when: Wish | null, timeZone: string): boolean {
  const date = localDateOf(timeZone, startsAt.getTime());
  const [from, to] = [when?.from ?? null, when?.to ?? null];
  return from !== null && to !== null && date >= from && date <= to;
}
