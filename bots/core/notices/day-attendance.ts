import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { Appointments } from '../../../src/bookings/appointments/appointments.repository.js';
import {
  type AttendanceDue,
  attendanceDue,
} from '../../../src/bookings/attendance/attendance-due.js';
import { describeDate } from '../../../src/calendars/words/local-date.js';
import { Database } from '../../../src/database/database.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import { endOfDate, localDateOf, startOfDate } from '../../../src/slots/wall-clock.js';
import { attendanceCard } from '../cards/attendance.card.js';
import { CardPainter } from '../painting/card-painter.js';
import { ChatPlatforms } from '../chat-platforms.js';
import { CHAT_RETRIES } from '../chat-retries.js';
import { HostReach } from './host-reach.js';

/** So that the list stays one message on every platform. */
const MOST = 10;

/** So many cards a day at most say of a meeting that it is over. */
const MOST_CARDS = 100;

/** Asks hosts at the end of their day who did not come, on a list and on the cards that stand. */
@Injectable()
export class DayAttendance implements OnModuleInit {
  private readonly logger = new Logger(DayAttendance.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly appointments: Appointments,
    private readonly reach: HostReach,
    private readonly platforms: ChatPlatforms,
    private readonly painter: CardPainter,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: attendanceDue,
      queue: 'attendance',
      retries: CHAT_RETRIES,
      handle: (due) => this.ask(due),
    });
  }

  async ask({ hostId, date, timeZone }: AttendanceDue): Promise<void> {
    const span = {
      from: new Date(startOfDate(timeZone, date)),
      to: new Date(endOfDate(timeZone, date)),
    };
    const { bookings: all, total: count } = await this.database.read((entities) =>
      this.appointments.dayOf(entities, hostId, { ...span, limit: MOST_CARDS }),
    );
    await this.refresh(all);
    const bookings = all.slice(0, MOST);
    const [first] = bookings;
    const host = first && (await this.reach.hostOf(first));
    if (!host) return;
    const now = this.clock.now();
    const isToday = localDateOf(timeZone, now) === date;
    const title = isToday
      ? say('cards:attendance.today', { count })
      : say('cards:attendance.day', { count, date: describeDate(date) });
    const card = attendanceCard(bookings, { timeZone, now });
    const left = count - bookings.length;
    const more = left === 0 ? [] : [[say('cards:attendance.more', { count: left })]];
    const lines = [...card.lines, ...more];
    await this.platforms.get(host.platform).tell(host, { ...card, title, lines });
  }

  /** The list is told whatever becomes of them: their buttons refuse what cannot be done any more. */
  private async refresh(bookings: readonly Booking[]): Promise<void> {
    await this.painter.refresh(bookings).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'Cards of meetings that are over stay as they were.');
    });
  }
}
