import { Injectable, Logger } from '@nestjs/common';
import type { BookedAnswer } from '../../../../src/bookings/booking-answer.js';
import { shortCode } from '../../../../src/bookings/booking-uid.js';
import { CreateBooking } from '../../../../src/bookings/create-booking.service.js';
import { NOTHING_GIVEN } from '../../../../src/bookings/intake/intake.js';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { hostReading, zoneAt } from '../../../../src/calendars/settings/zone-at.js';
import { parseWhen } from '../../../../src/calendars/words/when.parser.js';
import { HostName } from '../../../../src/hosts/host-name.service.js';
import { type ChatPerson, Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import { sourceOf } from '../../booking-source.js';
import { OtherTimeTalk } from '../../dialogues/other-time/other-time-talk.js';
import {
  type Line,
  link,
  type Message,
  mistake,
  person as shownPerson,
  type PersonPart,
  time,
} from '../../message.js';
import { phrase } from '../../phrase.js';
import { BookingTools } from './booking-command.js';
import { Command, type CommandCall } from '../command.js';
import { CurrentCalendar } from '../current-calendar.js';
import { NamedPeople } from '../named-people.js';

/** Whom the host books for: somebody on this platform, or an e-mail address. */
interface Booked {
  readonly name: string;
  readonly email: string | null;
  readonly person: ChatPerson | null;
  /** As the host reads it. */
  readonly shown: PersonPart | string;
  /** The chat identity and the zone of a person here, whose booking it is as if they had booked. */
  readonly bookedBy?: string;
  readonly timeZone: string;
}

/** Books for somebody, in the calendar that the host is using; their delegates do, too. */
@Injectable()
export class BookingsAddCommand extends Command {
  readonly path = 'bookings add';
  private readonly logger = new Logger(BookingsAddCommand.name);

  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly tools: BookingTools,
    private readonly createBooking: CreateBooking,
    private readonly people: NamedPeople,
    private readonly identities: Identities,
    private readonly names: HostName,
    private readonly talk: OtherTimeTalk,
  ) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const found = await this.calendars.acting(call, call.word('calendar'));
    if (!found.ok) return found.problem;
    return this.add(found.value, { ...call, calendarId: found.value.id });
  }

  private async add(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const { settings } = calendar;
    const who = await this.bookedFor(call, calendar);
    if (!who.ok) return mistake(who.problem);
    const when = parseWhen(call.word('when') ?? '', hostReading(settings, call.saidAt));
    if (!when.ok) return mistake(when.problem.sentence);
    const { at: start, notes } = when.value;
    const { name, email, person, shown, bookedBy } = who.value;
    await this.talk.makeRoom(call);
    const booked = await this.createBooking.run({
      ...{ hostId: calendar.host.id, calendarId: calendar.id, start },
      attendee: { name, email, timeZone: who.value.timeZone, locale: null },
      ...(bookedBy === undefined ? {} : { bookedBy }),
      intake: { ...NOTHING_GIVEN, mayLeaveOut: true },
      ...{ notes: '', source: sourceOf(call.platform.name), utm: {} },
      byHost: call.isConfirmed ? 'insisted' : 'by the rules',
    });
    if (!booked.ok) {
      const wish = { starts: [start], clocks: settings, verb: 'book' } as const;
      return this.tools.refuse(call, booked.problem, wish);
    }
    const { value } = booked.value;
    const isTold = person !== null && (await this.tell(call, person, value));
    return {
      lines: [
        [...added(shown), ' ', time(start, zoneAt(settings, start))],
        [say('cards:code', { code: shortCode(value.uid) })],
        ...(person === null || isTold ? [] : untold(name, value)),
        ...notes.map((note) => [note]),
      ],
    };
  }

  private async bookedFor(
    call: CommandCall,
    { host, settings: { timeZone: hostZone } }: CalendarConfiguration,
  ): Promise<Outcome<Booked, Line>> {
    const who = await this.people.findOrAddress(call, call.word('person') ?? '');
    if (!who.ok) return refused(who.problem.line);
    if (who.value.kind === 'email') {
      const { email } = who.value;
      const name = email.slice(0, email.indexOf('@'));
      return done({ name, email, person: null, shown: name, timeZone: hostZone });
    }
    const { person } = who.value;
    const identity = await this.identities.identify(person);
    if (identity.hostId === host.id)
      return refused([say('commands:addedHost', { host: host.name })]);
    const profile = identity.timeZone ? identity : await call.platform.profileOf(person);
    const name = await this.names.called(identity);
    return done({
      ...{ name, email: null, person, shown: shownPerson(person, name) },
      ...{ bookedBy: identity.id, timeZone: profile.timeZone ?? hostZone },
    });
  }

  /** The booking stands whether or not this arrives; the host then gets the link to pass on. */
  private async tell(
    { platform }: CommandCall,
    person: ChatPerson,
    { host, title, start, attendee: { timeZone }, manageUrl }: BookedAnswer,
  ): Promise<boolean> {
    const said = say('commands:bookedForYou', { host: host.name, title });
    try {
      const lines = [[said, ' ', time(Date.parse(start), timeZone)], [link(manageUrl)]];
      return (await platform.tell(person, { lines })).ok;
    } catch (error) {
      this.logger.warn({ err: error }, 'Somebody could not be told of a booking made for them.');
      return false;
    }
  }
}

const added = (shown: PersonPart | string): Line =>
  phrase((who) => say('commands:added', { attendee: who(shown) }));

const untold = (attendee: string, { manageUrl }: BookedAnswer): Line[] => [
  [say('commands:addedUntold', { attendee })],
  [link(manageUrl)],
];
