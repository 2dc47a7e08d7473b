import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OrHost } from '../../hosts/api-keys/host-route.js';
import { keyHolderOf } from '../../hosts/api-keys/key-holder.js';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { answered } from '../answered.js';
import { answerFor, type AnswerReader, type BookingAnswer } from '../booking-answer.js';
import type { Booking } from '../booking.entity.js';
import { BookingLimits } from '../booking-limits.service.js';
import { noBooking } from '../booking-problem.mapper.js';
import {
  type CancelBody,
  cancelBodySchema,
  type MoveBody,
  moveBodySchema,
} from '../booking-request.schema.js';
import { CancelBooking } from '../cancel-booking.service.js';
import { idempotencyKeyOf } from '../../shared/idempotency/idempotency-header.js';
import { ManageAccess } from './manage-access.service.js';
import { MoveBooking } from '../move-booking.service.js';
import { shownToken } from './shown-token.js';
import { ViewBooking } from './view-booking.service.js';

/** What the holder of a manage token may do with their booking, and its host with an API key. */
@Controller('api/v1/bookings/:uid')
@Public()
export class ManageBookingController {
  constructor(
    private readonly access: ManageAccess,
    private readonly limits: BookingLimits,
    private readonly viewBooking: ViewBooking,
    private readonly cancelBooking: CancelBooking,
    private readonly moveBooking: MoveBooking,
  ) {}

  @Get()
  @OrHost('read')
  async show(@Param('uid') uid: string, @Req() request: FastifyRequest): Promise<BookingAnswer> {
    const { booking, actor } = await this.open(uid, request);
    const answer = await this.viewBooking.answer(booking);
    if (!answer) throw new ProblemError(noBooking());
    return answerFor(actor, answer);
  }

  @Post('cancel')
  @OrHost('write')
  @HttpCode(200)
  async cancel(
    @Param('uid') uid: string,
    @Body({ schema: cancelBodySchema }) body: CancelBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingAnswer> {
    const key = idempotencyKeyOf(request);
    const opened = await this.openToChange(uid, request);
    const reason = body?.reason ? body.reason : null;
    const cancelled = await this.cancelBooking.run({ ...opened, reason, ...key });
    return answered(reply, cancelled, opened.actor);
  }

  @Post('reschedule')
  @OrHost('write')
  @HttpCode(200)
  async move(
    @Param('uid') uid: string,
    @Body({ schema: moveBodySchema }) { start, sequence, ...said }: MoveBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingAnswer> {
    const key = idempotencyKeyOf(request);
    const opened = await this.openToChange(uid, request);
    const seen = sequence === undefined ? {} : { seenSequence: sequence };
    const reason = said.reason ? said.reason : null;
    const moved = await this.moveBooking.run({ ...opened, start, reason, ...seen, ...key });
    return answered(reply, moved, opened.actor);
  }

  private async openToChange(uid: string, request: FastifyRequest): Promise<Opened> {
    const opened = await this.open(uid, request);
    await this.limits.change(opened.booking.uid);
    return opened;
  }

  private async open(uid: string, request: FastifyRequest): Promise<Opened> {
    const holder = keyHolderOf(request);
    const booking = holder
      ? await this.access.ofHost(uid, holder.hostId)
      : await this.access.find(shownToken(uid, request));
    if (!booking) throw new ProblemError(noBooking());
    return { booking, actor: holder ? 'host' : 'attendee' };
  }
}

/** A booking, and as whom it was opened. */
interface Opened {
  readonly booking: Booking;
  readonly actor: AnswerReader;
}
