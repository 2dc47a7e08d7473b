import { Injectable } from '@nestjs/common';
import { Appointments } from '../../../../src/bookings/appointments/appointments.repository.js';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import type { Attendance } from '../../../../src/bookings/booking-status.js';
import { MarkAttendance } from '../../../../src/bookings/attendance/mark-attendance.service.js';
import { Database } from '../../../../src/database/database.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { BookingProblemWords } from '../../booking-problem-words.js';
import { attendanceCard, markedCard } from '../../cards/attendance.card.js';
import { type Message, sentences } from '../../message.js';
import { BookingChoice } from './booking-choice.js';
import { type CommandCall, ActingCommand } from '../command.js';
import { HostZone } from '../host-zone.js';

/** What is longer ago, in milliseconds, is no longer asked about; a booking can still be named. */
const LOOK_BACK = 7 * 86_400_000;
/** So that the list stays one message on every platform. */
const MOST = 10;

/** Notes who came: the meetings of the last week to choose from, or one booking by its code. */
@Injectable()
export class BookingsAttendanceCommand extends ActingCommand {
  readonly path = 'bookings attendance';

  constructor(
    private readonly zone: HostZone,
    private readonly choice: BookingChoice,
    private readonly database: Database,
    private readonly appointments: Appointments,
    private readonly markAttendance: MarkAttendance,
    private readonly words: BookingProblemWords,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async runFor(call: CommandCall): Promise<Message> {
    const code = call.word('booking');
    if (code === undefined) return this.ask(call);
    const booking = await this.choice.named(call.caller, code);
    if (!booking.ok) return booking.problem;
    const timeZone = await this.zone.of(call.caller, booking.value);
    const attendance = ATTENDANCE[call.word('came') ?? ''];
    if (attendance) return this.mark(booking.value, attendance, timeZone);
    return attendanceCard([booking.value], { timeZone, now: this.clock.now() });
  }

  private async ask({ caller, hostIds }: CommandCall): Promise<Message> {
    const now = this.clock.now();
    const span = { from: new Date(now - LOOK_BACK), to: new Date(now) };
    const begun = await this.database.read((entities) =>
      this.appointments.begunWithin(entities, hostIds, { ...span, limit: MOST }),
    );
    if (begun.length === 0) return sentences(say('commands:attendance.none'));
    const timeZone = await this.zone.of(caller);
    return attendanceCard(begun, { timeZone, now, reader: caller.hostId ?? null });
  }

  private async mark(booking: Booking, attendance: Attendance, timeZone: string): Promise<Message> {
    const marked = await this.markAttendance.run({ booking, attendance });
    return marked.ok ? markedCard(booking, attendance) : this.words.of(marked.problem, timeZone);
  }
}

const ATTENDANCE: Readonly<Record<string, Attendance>> = { yes: 'showed', no: 'no_show' };
