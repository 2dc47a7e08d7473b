import { Injectable } from '@nestjs/common';
import { Appointments } from '../../../src/bookings/appointments/appointments.repository.js';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import type { HostClocks } from '../../../src/calendars/settings/zone-at.js';
import { Env } from '../../../src/config/env.js';
import { Database } from '../../../src/database/database.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { Delegates } from '../../../src/hosts/delegates.service.js';
import { CurrentCalendar } from './current-calendar.js';

/** The zone in which a host reads and writes times, with or without a calendar of their own. */
@Injectable()
export class HostZone {
  constructor(
    private readonly current: CurrentCalendar,
    private readonly database: Database,
    private readonly appointments: Appointments,
    private readonly calendars: CalendarRepository,
    private readonly delegates: Delegates,
    private readonly env: Env,
  ) {}

  /** The zone of the calendar in use; without one, that of the booking's, or of the latest booking's. */
  async of(caller: ChatIdentity, booking?: Booking): Promise<string> {
    return (await this.clocks(caller, booking)).timeZone;
  }

  /** The same with the trips, by which dates and times are read. */
  async clocks(caller: ChatIdentity, booking?: Booking): Promise<HostClocks> {
    const current = await this.current.of(caller);
    if (current.ok) return current.value.settings;
    const hostIds = await this.delegates.hostsOf(caller);
    return this.database.read(async (entities) => {
      const known = booking ?? (await this.appointments.latest(entities, hostIds));
      const calendar = known && (await this.calendars.findById(entities, known.calendarId));
      return calendar?.settings ?? { timeZone: this.env.defaultTimeZone, travel: [] };
    });
  }
}
