import { Injectable } from '@nestjs/common';
import {
  APPOINTMENT_LISTS,
  type AppointmentList,
  Appointments,
} from '../../../src/bookings/appointments.repository.js';
import { linkUrl } from '../../../src/calendars/link-url.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { Env } from '../../../src/config/env.js';
import { Database } from '../../../src/database/database.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import { appointmentLine } from '../cards/appointment.card.js';
import { type Message, link } from '../message.js';
import { CalendarCommand, type CommandCall } from './command.js';
import { CurrentCalendar } from './current-calendar.js';

const PAGE = 10;

@Injectable()
export class BookingsListCommand extends CalendarCommand {
  readonly path = 'bookings list';

  constructor(
    current: CurrentCalendar,
    private readonly database: Database,
    private readonly appointments: Appointments,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const list = listNamed(call.word('list'));
    const page = Math.max(1, Number.parseInt(call.word('page') ?? '1', 10) || 1);
    const { bookings, total } = await this.database.read((entities) =>
      this.appointments.page(entities, {
        hostId: calendar.host.id,
        list,
        now: this.clock.now(),
        limit: PAGE,
        offset: (page - 1) * PAGE,
      }),
    );
    if (total === 0) return this.empty(calendar, list);
    const { timeZone } = calendar.settings;
    const now = this.clock.now();
    const pages = Math.ceil(total / PAGE);
    return {
      title: say(`commands:lists.${list}`, { count: total }),
      lines: [
        ...bookings.map((booking) => appointmentLine(booking, { timeZone, now })),
        ...(pages > 1 ? [[say('commands:page', { page, pages, next: page + 1 })]] : []),
      ],
    };
  }

  private empty(calendar: CalendarConfiguration, list: AppointmentList): Message {
    if (list === 'upcoming' || list === 'all') {
      return { lines: [[say('commands:noBookings')], [link(linkUrl(this.env, calendar))]] };
    }
    return { lines: [[say(`commands:emptyLists.${list}`)]] };
  }
}

function listNamed(word: string | undefined): AppointmentList {
  return APPOINTMENT_LISTS.find((list) => list === word) ?? 'upcoming';
}
