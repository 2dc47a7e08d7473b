import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { HostRoute } from '../hosts/api-keys/host-route.js';
import { Holder, type KeyHolder } from '../hosts/api-keys/key-holder.js';
import { ProblemError } from '../shared/problem.js';
import { answered } from './answered.js';
import type { BookingAnswer } from './booking-answer.js';
import type { Booking } from './booking.entity.js';
import { BookingLimits } from './booking-limits.service.js';
import { noBooking } from './booking-problem.mapper.js';
import {
  type ConfirmBody,
  confirmBodySchema,
  type DeclineBody,
  declineBodySchema,
} from './booking-request.schema.js';
import { ATTENDANCES } from './booking-status.js';
import { ConfirmBooking } from './approval/confirm-booking.service.js';
import { DeclineBooking } from './approval/decline-booking.service.js';
import { idempotencyKeyOf } from '../shared/idempotency/idempotency-header.js';
import { ManageAccess } from './manage/manage-access.service.js';
import { MarkAttendance } from './attendance/mark-attendance.service.js';

/** The body of `POST /bookings/{uid}/attendance`. */
export const attendanceBodySchema = z.strictObject({ status: z.enum(ATTENDANCES) });

type AttendanceBody = z.output<typeof attendanceBodySchema>;

/** What a host alone may do with a booking. */
@Controller('api/v1/bookings/:uid')
export class HostBookingsController {
  constructor(
    private readonly access: ManageAccess,
    private readonly limits: BookingLimits,
    private readonly confirmBooking: ConfirmBooking,
    private readonly declineBooking: DeclineBooking,
    private readonly markAttendance: MarkAttendance,
  ) {}

  @Post('confirm')
  @HostRoute('write')
  @HttpCode(200)
  async confirm(
    @Holder() { hostId }: KeyHolder,
    @Param('uid') uid: string,
    @Body({ schema: confirmBodySchema }) body: ConfirmBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingAnswer> {
    const key = idempotencyKeyOf(request);
    const booking = await this.open(uid, hostId);
    const seenSequence = body?.sequence;
    return answered(
      reply,
      await this.confirmBooking.run({ booking, seenSequence, ...key }),
      'host',
    );
  }

  @Post('decline')
  @HostRoute('write')
  @HttpCode(200)
  async decline(
    @Holder() { hostId }: KeyHolder,
    @Param('uid') uid: string,
    @Body({ schema: declineBodySchema }) body: DeclineBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingAnswer> {
    const key = idempotencyKeyOf(request);
    const booking = await this.open(uid, hostId);
    const reason = body?.reason ? body.reason : null;
    const answer = { booking, reason, seenSequence: body?.sequence, ...key };
    return answered(reply, await this.declineBooking.run(answer), 'host');
  }

  @Post('attendance')
  @HostRoute('write')
  @HttpCode(200)
  async attendance(
    @Holder() { hostId }: KeyHolder,
    @Param('uid') uid: string,
    @Body({ schema: attendanceBodySchema }) { status: attendance }: AttendanceBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingAnswer> {
    const key = idempotencyKeyOf(request);
    const booking = await this.open(uid, hostId);
    return answered(reply, await this.markAttendance.run({ booking, attendance, ...key }), 'host');
  }

  private async open(uid: string, hostId: string): Promise<Booking> {
    const booking = await this.access.ofHost(uid, hostId);
    if (!booking) throw new ProblemError(noBooking());
    await this.limits.change(booking.uid);
    return booking;
  }
}
