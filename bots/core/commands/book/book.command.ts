import { Injectable, Logger } from '@nestjs/common';
import { BookablePeople } from '../../../../src/calendars/bookable-people.service.js';
import { parseMinutes } from '../../../../src/calendars/words/duration.parser.js';
import { quoted } from '../../../../src/calendars/words/plain-words.js';
import {
  nearestTimeZones,
  parseTimeZone,
} from '../../../../src/calendars/words/time-zone.parser.js';
import { parseWish, resemblesWish } from '../../../../src/calendars/words/wish.parser.js';
import type { ChatIdentity } from '../../../../src/hosts/chat-identity.entity.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import { CardPainter } from '../../card-painter.js';
import type { BookingState } from '../../dialogues/booking/booking-state.js';
import { BookingTalk } from '../../dialogues/booking/booking-talk.js';
import { type Line, type Message, mistake, sentences } from '../../message.js';
import { Command, type CommandCall } from '../command.js';
import { OwnBookings } from './own-bookings.js';
import { PersonFinder } from './person-finder.js';

/** Starts a booking by talk, as far on as the line says. */
@Injectable()
export class BookWithCommand extends Command {
  override readonly top = 'book';
  readonly path = 'with';

  constructor(
    private readonly finder: PersonFinder,
    private readonly talk: BookingTalk,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const person = await this.finder.find(call, call.word('person') ?? '');
    if (!person.ok) return person.problem;
    const { hostId, rest } = person.value;
    if (rest !== '') {
      const said = say('grammar:parser.tooMuch', { rest: quoted(rest) });
      return sentences(this.misread(rest) ?? said);
    }
    const asked = await this.askedFor(call);
    return asked.ok
      ? this.talk.start(call, { ...asked.value, hostId })
      : mistake(asked.problem.sentence);
  }

  /** How far the line has got: when, how long, and in which zone. */
  private async askedFor({
    word,
    ...talker
  }: CommandCall): Promise<Outcome<Partial<BookingState>, SentenceProblem>> {
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

/** Who can be booked here without knowing their link. */
@Injectable()
export class BookPeopleCommand extends Command {
  override readonly top = 'book';
  readonly path = 'people';

  constructor(private readonly people: BookablePeople) {
    super();
  }

  override async run({ caller }: CommandCall): Promise<Message> {
    const people = (await this.people.of(caller)).filter(({ isListed }) => isListed);
    if (people.length === 0) return sentences(say('book:nobodyHere'));
    return {
      title: say('book:people.title'),
      lines: [
        ...people.map(({ name, userKey, titles }): Line => [
          say('book:people.row', { name, key: userKey, titles: titles.join(', ') }),
        ]),
        [say('book:people.hint', { key: people[0]?.userKey ?? '' })],
      ],
    };
  }
}

/** In which zone somebody reads and writes times. */
@Injectable()
export class BookTimezoneCommand extends Command {
  override readonly top = 'book';
  readonly path = 'timezone';

  private readonly logger = new Logger(BookTimezoneCommand.name);

  constructor(
    private readonly identities: Identities,
    private readonly own: OwnBookings,
    private readonly painter: CardPainter,
  ) {
    super();
  }

  override async run({ caller, word }: CommandCall): Promise<Message> {
    const zone = parseTimeZone(word('zone') ?? '');
    if (!zone.ok) return mistake(zone.problem.sentence);
    await this.identities.setTimeZone(caller.id, zone.value);
    if (caller.timeZone !== zone.value) await this.repaint(caller);
    return sentences(say('book:zoneSaved', { zone: zone.value }));
  }

  /** The zone is saved by now, whether or not the cards can be painted anew at once. */
  private async repaint(caller: ChatIdentity): Promise<void> {
    try {
      await this.painter.repaintOwn(await this.own.upcoming(caller));
    } catch (error) {
      this.logger.warn({ err: error }, 'A card could not be painted in its reader’s zone.');
    }
  }
}
