import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import { Clock } from '../shared/clock.js';
import { BookingCalendar } from './booking-calendar.entity.js';
import type { CalendarConfiguration } from './calendar-configuration.js';
import { CalendarRepository } from './calendar.repository.js';

/** A calendar as it was read; whoever has got it since has not asked for anything. */
type Paused = Pick<CalendarConfiguration, 'id'> & {
  readonly host: Pick<CalendarConfiguration['host'], 'id'>;
};

/** Takes a calendar out of booking for a while. Bookings already made stay. */
@Injectable()
export class PauseCalendar {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** `until` null: until resumed by hand. False when it has another host by now, or is gone. */
  pause(calendar: Paused, until: Date | null): Promise<boolean> {
    const pausedAt = new Date(this.clock.now());
    return this.set(calendar, { pausedAt, pausedUntil: until, isPausedByLoss: false });
  }

  /**
   * Its host cannot be told of bookings any more: until resumed by hand, even if it was to open by
   * itself. One that was paused until resumed by hand stays just that.
   */
  async pauseByLoss(calendar: Paused & Pick<BookingCalendar, 'pausedAt' | 'pausedUntil'>) {
    if (calendar.pausedAt && !calendar.pausedUntil) return;
    const pausedAt = new Date(this.clock.now());
    await this.set(calendar, { pausedAt, pausedUntil: null, isPausedByLoss: true });
  }

  resume(calendar: Paused): Promise<boolean> {
    return this.set(calendar, { pausedAt: null, pausedUntil: null, isPausedByLoss: false });
  }

  private set(
    { id, host: { id: hostId } }: Paused,
    pause: Pick<BookingCalendar, 'pausedAt' | 'pausedUntil' | 'isPausedByLoss'>,
  ): Promise<boolean> {
    return this.database.write(async (entities) => {
      const present = await this.calendars.hold(entities, { id, hostId });
      if (!present) return false;
      const { pausedAt, pausedUntil } = present;
      await entities.nativeUpdate(BookingCalendar, { id }, pause);
      await this.audit.note(entities, {
        ...{ hostId, action: pause.pausedAt ? 'calendar.paused' : 'calendar.resumed' },
        ...{ subject: id, before: { pausedAt, pausedUntil }, after: { ...pause } },
      });
      return true;
    });
  }
}
