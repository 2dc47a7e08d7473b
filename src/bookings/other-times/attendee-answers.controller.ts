import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { AnswerProposal } from './answer-proposal.service.js';
import { answered } from '../answered.js';
import type { BookingAnswer } from '../booking-answer.js';
import type { Booking } from '../booking.entity.js';
import { BookingLimits } from '../booking-limits.service.js';
import { noBooking } from '../booking-problem.mapper.js';
import { type ProposalBody, proposalBodySchema } from '../booking-request.schema.js';
import { idempotencyKeyOf } from '../../shared/idempotency/idempotency-header.js';
import { KeepTime } from './keep-time.service.js';
import { ManageAccess } from '../manage/manage-access.service.js';
import { shownToken } from '../manage/shown-token.js';
import { WithdrawMove } from './withdraw-move.service.js';

/** What an attendee alone may answer: the holder of the manage token. */
@Controller('api/v1/bookings/:uid')
@Public()
export class AttendeeAnswersController {
  constructor(
    private readonly access: ManageAccess,
    private readonly limits: BookingLimits,
    private readonly answerProposal: AnswerProposal,
    private readonly withdrawMove: WithdrawMove,
    private readonly keepTime: KeepTime,
  ) {}

  @Post('proposal')
  @HttpCode(200)
  async pick(
    @Param('uid') uid: string,
    @Body({ schema: proposalBodySchema }) { start }: ProposalBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingAnswer> {
    const opened = await this.open(uid, request);
    return answered(reply, await this.answerProposal.run({ ...opened, start }), 'attendee');
  }

  @Post('withdraw-move')
  @HttpCode(200)
  async withdraw(
    @Param('uid') uid: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingAnswer> {
    return answered(reply, await this.withdrawMove.run(await this.open(uid, request)), 'attendee');
  }

  @Post('keep')
  @HttpCode(200)
  async keep(
    @Param('uid') uid: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingAnswer> {
    return answered(reply, await this.keepTime.run(await this.open(uid, request)), 'attendee');
  }

  private async open(uid: string, request: FastifyRequest): Promise<Opened> {
    const key = idempotencyKeyOf(request);
    const booking = await this.access.find(shownToken(uid, request));
    if (!booking) throw new ProblemError(noBooking());
    await this.limits.change(booking.uid);
    return { booking, ...key };
  }
}

type Opened = { readonly booking: Booking } & ReturnType<typeof idempotencyKeyOf>;
