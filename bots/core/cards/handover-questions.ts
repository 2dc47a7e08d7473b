import { Injectable } from '@nestjs/common';
import { Appointments } from '../../../src/bookings/appointments.repository.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import { Database } from '../../../src/database/database.js';
import type { HostHandover } from '../../../src/hosts/host-handover.entity.js';
import { Clock } from '../../../src/shared/clock.js';
import type { Message } from '../message.js';
import { handoverCard } from './handover.card.js';

/** Reads what the question to a new host shows. */
@Injectable()
export class HandoverQuestions {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly appointments: Appointments,
    private readonly clock: Clock,
  ) {}

  /** Null when the calendar is gone. */
  async of(handover: HostHandover): Promise<Message | null> {
    const calendar = await this.database.read((entities) =>
      this.calendars.findById(entities, handover.calendarId),
    );
    if (!calendar) return null;
    const facts = { title: calendar.settings.title, host: calendar.host.name };
    return handoverCard(handover.id, { ...facts, staying: await this.staying(handover) });
  }

  /** Upcoming appointments that stay with the present host. */
  async staying({ hostId, calendarId }: HostHandover): Promise<number> {
    const page = { list: 'upcoming', now: this.clock.now(), limit: 1, offset: 0 } as const;
    const { total } = await this.database.read((entities) =>
      this.appointments.page(entities, { ...page, hostIds: [hostId], calendarId }),
    );
    return total;
  }
}
