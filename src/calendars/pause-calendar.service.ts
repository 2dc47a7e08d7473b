import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import { Clock } from '../shared/clock.js';
import { BookingCalendar } from './booking-calendar.entity.js';

/** Takes a calendar out of booking for a while. Bookings already made stay. */
@Injectable()
export class PauseCalendar {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** `until` null: until resumed by hand. */
  pause(calendarId: string, until: Date | null): Promise<void> {
    return this.set(calendarId, { pausedAt: new Date(this.clock.now()), pausedUntil: until });
  }

  resume(calendarId: string): Promise<void> {
    return this.set(calendarId, { pausedAt: null, pausedUntil: null });
  }

  private async set(
    calendarId: string,
    pause: Pick<BookingCalendar, 'pausedAt' | 'pausedUntil'>,
  ): Promise<void> {
    await this.database.write(async (entities) => {
      const calendar = await entities.findOneOrFail(BookingCalendar, { id: calendarId });
      const { hostId, pausedAt = null, pausedUntil = null } = calendar;
      await entities.nativeUpdate(BookingCalendar, { id: calendarId }, pause);
      await this.audit.note(entities, {
        ...{ hostId, action: pause.pausedAt ? 'calendar.paused' : 'calendar.resumed' },
        ...{ subject: calendarId, before: { pausedAt, pausedUntil }, after: { ...pause } },
      });
    });
  }
}
