import { Injectable } from '@nestjs/common';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import { quoted } from '../../../../src/calendars/words/plain-words.js';
import { namesTimeAlone, readingAt } from '../../../../src/calendars/words/when.parser.js';
import { parseWish, type Wish } from '../../../../src/calendars/words/wish.parser.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { newUid } from '../../../../src/shared/random.js';
import { localDateOf } from '../../../../src/slots/wall-clock.js';
import { ownBookingsCard, whichCard } from '../../cards/own-bookings.card.js';
import { OwnBookings } from '../../commands/book/own-bookings.js';
import { PersonFinder } from '../../commands/book/person-finder.js';
import { type Message, sentences } from '../../message.js';
import { yesOrNoChoices } from '../confirmations.js';
import { Dialogues } from '../dialogues.repository.js';
import type { Talker } from '../talker.js';
import { BookingTalk } from './booking-talk.js';
import { CancelTalk } from '../cancel/cancel-talk.js';
import { type DirectWords, parseDirectWords, speaksOfNew } from './direct-words.parser.js';
import { Talks } from '../talks.js';
import { yesOrNo } from '../yes-or-no.js';

/** A question whether other words were meant than those that somebody mistyped. */
export const MEANT_DIALOGUE = 'meant';

/** What answers a question, said where none is open. */
const STRAY = /^(?:stop|quit|back|skip|save|\d{1,3})[.!]?$/i;

/** Answers plain words of somebody to whom no question is open: they start what commands start too. */
@Injectable()
export class DirectTalk {
  constructor(
    private readonly own: OwnBookings,
    private readonly finder: PersonFinder,
    private readonly talk: BookingTalk,
    private readonly cancel: CancelTalk,
    private readonly talks: Talks,
    private readonly dialogues: Dialogues,
    private readonly clock: Clock,
  ) {}

  async hear(talker: Talker, text: string): Promise<Message> {
    if (yesOrNo(text) !== null || STRAY.test(text.trim()))
      return (await this.talks.expired(talker)) ?? nothingOpen();
    const timeZone = await this.talk.readingZone(talker);
    const context = { now: this.clock.now(), timeZone };
    const words = parseDirectWords(text, context);
    if (words.want === 'unclear') return this.unclear(talker, text, words);
    if (words.meant !== null) return this.askWhetherMeant(talker, words.meant);
    const wish = words.when === null ? null : parseWish(words.when, context);
    if (wish && !wish.ok) return sentences(wish.problem.sentence);
    const when = wish?.value ?? null;
    switch (words.want) {
      case 'book':
        return this.book(talker, words, when);
      case 'move':
      case 'cancel':
        return this.change(talker, { text, words, when, timeZone });
      case 'list':
        return ownBookingsCard(await this.own.upcoming(talker.caller), timeZone);
      case 'help':
        return sentences(...whatToSay());
    }
  }

  /** What somebody wants who is asked something and speaks of something new; null when they do not. */
  newIn(text: string): DirectWords | null {
    const words = parseDirectWords(text, { now: this.clock.now(), timeZone: 'UTC' });
    return speaksOfNew(text, words) ? words : null;
  }

  /** Starts to cancel what they have booked; null where they have nothing booked. */
  async cancelOwn(talker: Talker): Promise<Message | null> {
    const bookings = await this.own.upcoming(talker.caller);
    const timeZone = await this.talk.readingZone(talker);
    const change = { verb: 'cancel-mine', when: null, timeZone } as const;
    return bookings.length === 0 ? null : this.changeOf(talker, bookings, change);
  }

  private async book(
    talker: Talker,
    { person, minutes }: DirectWords,
    wish: Wish | null,
  ): Promise<Message> {
    const known = { wish, wishedMinutes: minutes };
    if (person === null) return this.talk.start(talker, known);
    const found = await this.finder.find(talker, person);
    if (!found.ok) return found.problem;
    const { hostId, rest } = found.value;
    // Behind a mention they may say what they like; behind a mere name it may be part of the name.
    if (rest !== '' && !person.startsWith('@')) {
      return sentences(say('book:nobodyNamed', { person }));
    }
    return this.talk.start(talker, { ...known, hostId });
  }

  /**
   * A date, or the time at which it is, names the booking that is meant; else they name the new time
   * when there is only one booking.
   */
  private async change(talker: Talker, wished: ChangeWish): Promise<Message> {
    const { text, words, timeZone } = wished;
    const bookings = await this.own.upcoming(talker.caller);
    const named = bookings.filter((booking) => isNamed(booking, wished));
    if (bookings.length === 0) {
      const isBare = /^(?:cancel|move)[.!]?$/i.test(text.trim());
      return sentences(...(isBare ? [say('book:direct.nothing')] : []), say('book:own.none'));
    }
    const verb = words.want === 'move' ? 'move-mine' : 'cancel-mine';
    if (named.length > 0) return this.changeOf(talker, named, { verb, when: null, timeZone });
    return this.changeOf(talker, bookings, { verb, when: words.when, timeZone });
  }

  private async changeOf(
    talker: Talker,
    bookings: readonly Booking[],
    { verb, when, timeZone }: OwnChange,
  ): Promise<Message> {
    const [booking, another] = bookings;
    if (!booking || another) return whichCard(bookings, verb, timeZone);
    const { uid, startsAt } = booking;
    if (verb === 'cancel-mine') return this.cancel.start(talker, { uid, side: 'attendee' });
    const day = localDateOf(timeZone, startsAt.getTime());
    const wish = when === null ? null : parseWish(when, { now: this.clock.now(), timeZone, day });
    if (wish && !wish.ok) return sentences(wish.problem.sentence);
    return this.talk.startMove(talker, booking, { wish: wish?.value ?? null });
  }

  /** A name alone is a wish to meet; a number is an answer to a picker that is over. */
  private async unclear(talker: Talker, text: string, { meant }: DirectWords): Promise<Message> {
    const found = await this.finder.find(talker, text);
    if (found.ok && found.value.rest === '') {
      return this.talk.start(talker, { hostId: found.value.hostId });
    }
    const expired = await this.talks.expired(talker);
    if (expired) return expired;
    if (meant !== null) return this.askWhetherMeant(talker, meant);
    return sentences(say('book:direct.unclear'), ...whatToSay());
  }

  private async askWhetherMeant({ caller }: Talker, meant: string): Promise<Message> {
    const id = newUid();
    await this.dialogues.leave(caller.id);
    await this.dialogues.keep(caller.id, { kind: MEANT_DIALOGUE, state: { id, meant } });
    return {
      ...sentences(say('book:direct.didYouMean', { meant: quoted(meant) })),
      choices: yesOrNoChoices(id, { label: say('book:direct.thatIsIt'), look: 'primary' }),
      typed: say('book:direct.yesOrOther'),
    };
  }
}

const whatToSay = (): string[] => [say('book:direct.help'), say('book:direct.commands')];

const nothingOpen = (): Message => sentences(say('book:direct.nothing'), ...whatToSay());

interface OwnChange {
  readonly verb: 'move-mine' | 'cancel-mine';
  /** The new time as they wrote it; null where they named none. */
  readonly when: string | null;
  readonly timeZone: string;
}

interface ChangeWish {
  readonly text: string;
  readonly words: DirectWords;
  readonly when: Wish | null;
  readonly timeZone: string;
}

function isNamed({ startsAt }: Booking, { words, when, timeZone }: ChangeWish): boolean {
  const { date, time } = readingAt(startsAt.getTime(), timeZone);
  if (words.when !== null && namesTimeAlone(words.when)) {
    const said = [when?.at ?? null, when?.orAt ?? null];
    return said.some((at) => at !== null && readingAt(at, timeZone).time === time);
  }
  const [from, to] = [when?.from ?? null, when?.to ?? null];
  return from !== null && to !== null && date >= from && date <= to;
}
