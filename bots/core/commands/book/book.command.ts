import { Injectable, Logger } from '@nestjs/common';
import { BookablePeople } from '../../../../src/calendars/bookable-people.service.js';
import { parseTimeZone } from '../../../../src/calendars/words/time-zone.parser.js';
import type { ChatIdentity } from '../../../../src/hosts/chat-identity.entity.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { CardPainter } from '../../painting/card-painter.js';
import { BookingTalk } from '../../dialogues/booking/booking-talk.js';
import { type Line, mention, type Message, mistake, person, sentences } from '../../message.js';
import { phrase } from '../../phrase.js';
import { Command, type CommandCall } from '../command.js';
import { BookingOrders } from './booking-orders.js';
import { OwnBookings } from './own-bookings.js';

/** Starts a booking by talk, as far on as the line says. */
@Injectable()
export class BookWithCommand extends Command {
  override readonly top = 'book';
  readonly path = 'with';

  constructor(
    private readonly orders: BookingOrders,
    private readonly talk: BookingTalk,
  ) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const known = await this.orders.book(call);
    return known.ok ? this.talk.start(call, known.value) : known.problem;
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
    const [first] = people;
    if (!first) return sentences(say('book:nobodyHere'));
    const { platform, workspace } = caller;
    return {
      title: say('book:people.title'),
      lines: [
        ...people.map((one): Line => {
          const titles = one.titles.join(', ');
          const shown = person({ ...one, platform, workspace });
          return phrase((who) => say('book:people.row', { person: who(shown), titles }));
        }),
        phrase((who) => {
          const shown = mention({ ...first, platform, workspace });
          return say('book:people.hint', { person: who(shown) });
        }),
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
