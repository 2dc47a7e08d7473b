import { Injectable } from '@nestjs/common';
import { BookablePeople } from '../../../../src/calendars/bookable-people.service.js';
import { parseTimeZone } from '../../../../src/calendars/words/time-zone.parser.js';
import { parseWish } from '../../../../src/calendars/words/wish.parser.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { BookingTalk } from '../../dialogues/booking/booking-talk.js';
import { type Line, type Message, sentences } from '../../message.js';
import { Command, type CommandCall } from '../command.js';
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
    const zone = parseTimeZone(call.word('timezone') ?? 'UTC');
    if (!zone.ok) return sentences(this.unread(call) ?? zone.problem.sentence);
    const given = call.word('timezone') === undefined ? {} : { timeZone: zone.value };
    const timeZone = given.timeZone ?? (await this.talk.readingZone(call));
    const date = call.word('date');
    const wish = date === undefined ? null : parseWish(date, { now: this.clock.now(), timeZone });
    if (wish && !wish.ok) return sentences(wish.problem.sentence);
    const person = await this.finder.find(call, call.word('person') ?? '');
    if (!person.ok) return person.problem;
    return this.talk.start(call, { ...given, hostId: person.value, wish: wish?.value ?? null });
  }

  /** A date that does not exist is no time zone either; null where something else was meant. */
  private unread({ word }: CommandCall): string | null {
    const text = word('timezone') ?? '';
    if (word('date') !== undefined || !/\d/.test(text)) return null;
    const wish = parseWish(text, { now: this.clock.now(), timeZone: 'UTC' });
    return wish.ok ? null : wish.problem.sentence;
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

  constructor(private readonly identities: Identities) {
    super();
  }

  override async run({ caller, word }: CommandCall): Promise<Message> {
    const zone = parseTimeZone(word('zone') ?? '');
    if (!zone.ok) return sentences(zone.problem.sentence);
    await this.identities.setTimeZone(caller.id, zone.value);
    return sentences(say('book:zoneSaved', { zone: zone.value }));
  }
}
