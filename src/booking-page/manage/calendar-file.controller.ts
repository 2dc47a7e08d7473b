import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noBooking } from '../../bookings/booking-problem.mapper.js';
import { Env } from '../../config/env.js';
import { bookingEntry } from '../../notifications/ics/booking-event.mapper.js';
import { BookingReports } from '../../notifications/messages/booking-reports.service.js';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { BookingDoor } from './booking-door.service.js';

/** The booking as a file for the attendee's own calendar, which knows it again after a move. */
@Controller('b/:uid/calendar.ics')
@Public()
export class CalendarFileController {
  constructor(
    private readonly door: BookingDoor,
    private readonly reports: BookingReports,
    private readonly env: Env,
  ) {}

  @Get()
  async file(
    @Param('uid') uid: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { booking } = await this.door.open(uid, query, request);
    const report = await this.reports.read(booking.id);
    if (!report) throw new ProblemError(noBooking());
    const { mailFrom } = this.env;
    const method = booking.status === 'cancelled' ? 'CANCEL' : 'PUBLISH';
    const { text } = bookingEntry(report, { reader: 'attendee', method, mailFrom });
    reply
      .type('text/calendar; charset=utf-8')
      .header('Content-Disposition', 'attachment; filename="meeting.ics"');
    return text;
  }
}
