import { Injectable } from '@nestjs/common';
import {
  type AppointmentList,
  Appointments,
} from '../../../../src/bookings/appointments/appointments.repository.js';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import { shortCode } from '../../../../src/bookings/booking-uid.js';
import { describeWhen } from '../../../../src/calendars/words/when.parser.js';
import { Database } from '../../../../src/database/database.js';
import type { ChatIdentity } from '../../../../src/hosts/chat-identity.entity.js';
import { Delegates } from '../../../../src/hosts/delegates.service.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { attendeeZone } from '../../attendee-zone.js';
import { type CommandEntry, namedArguments } from '../../grammar/command-entry.js';
import type { Choice } from '../../message.js';
import { OwnBookings } from '../book/own-bookings.js';
import { HostZone } from '../host-zone.js';

type Listed = Exclude<AppointmentList, 'cancelled' | 'all'>;

/** Of each list: more than anybody looks through. All others are named by the codes on their cards. */
const MOST = 50;

/** The lists in which a command's bookings stand, the likeliest first. */
const LISTS: Readonly<Partial<Record<string, readonly Listed[]>>> = {
  'bookings confirm': ['pending'],
  'bookings decline': ['pending'],
  'bookings attendance': ['past'],
  'bookings show': ['upcoming', 'past'],
  'bookings receipts': ['upcoming', 'past'],
};
const AHEAD: readonly Listed[] = ['upcoming'];

/** The bookings that a command can be about, so that nobody has to know a code. */
@Injectable()
export class NameableBookings {
  constructor(
    private readonly database: Database,
    private readonly appointments: Appointments,
    private readonly delegates: Delegates,
    private readonly own: OwnBookings,
    private readonly zone: HostZone,
    private readonly clock: Clock,
  ) {}

  /** By their codes. */
  async of(caller: ChatIdentity, command: CommandEntry): Promise<readonly Choice[]> {
    if (!namedArguments(command).some(({ type }) => type === 'booking')) return [];
    const { top, path } = command;
    if (top === 'book') {
      const bookings = await this.own.upcoming(caller);
      return bookings.slice(0, MOST).map((booking) => ({
        id: shortCode(booking.uid),
        label: labelOf(booking, booking.hostName, attendeeZone(caller, booking)),
      }));
    }
    const lists = LISTS[path] ?? AHEAD;
    const listed = await Promise.all(lists.map((list) => this.listed(caller, list)));
    return lists.length > 1 ? listed.flat() : listed.flat().map(ungrouped);
  }

  private async listed(caller: ChatIdentity, list: Listed): Promise<readonly Choice[]> {
    const hostIds = await this.delegates.hostsOf(caller);
    const zone = await this.zone.of(caller);
    const now = this.clock.now();
    const { bookings } = await this.database.read((entities) =>
      this.appointments.page(entities, { hostIds, list, now, limit: MOST, offset: 0 }),
    );
    return bookings.map((booking) => ({
      id: shortCode(booking.uid),
      label: labelOf(booking, booking.attendeeName, zone),
      group: say(`forms:bookings.${list}`),
    }));
  }
}

const ungrouped = ({ id, label }: Choice): Choice => ({ id, label });

const labelOf = ({ startsAt, title }: Booking, person: string, zone: string): string =>
  say('forms:bookings.row', { when: describeWhen(startsAt.getTime(), zone), person, title });
