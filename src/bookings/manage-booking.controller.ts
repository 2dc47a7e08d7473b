import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { say } from '../language/say.js';
import { ProblemError } from '../shared/problem.js';
import { Public } from '../shared/public-route.js';
import { addressKey } from '../shared/request-address.js';
import type { BookingAnswer } from './booking-answer.js';
import type { Booking } from './booking.entity.js';
import { BookingLimits } from './booking-limits.service.js';
import { bookingProblem, noBooking } from './booking-problem.mapper.js';
import {
  type CancelBody,
  cancelBodySchema,
  type MoveBody,
  moveBodySchema,
} from './booking-request.schema.js';
import { CancelBooking } from './cancel-booking.service.js';
import { type IdempotencyKey, keyFrom } from './idempotency-key.js';
import { parseIdempotencyKey } from './idempotency-key.schema.js';
import { ManageAccess } from './manage-access.service.js';
import { MoveBooking } from './move-booking.service.js';
import { markReplay } from './replay-header.js';
import { ViewBooking } from './view-booking.service.js';

/** What the holder of a manage token may do with their booking. */
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
  async show(@Param('uid') uid: string, @Req() request: FastifyRequest): Promise<BookingAnswer> {
    const answer = await this.viewBooking.answer(await this.open(uid, request));
    if (!answer) throw new ProblemError(noBooking());
    return answer;
  }

  @Post('cancel')
  @HttpCode(200)
  async cancel(
    @Param('uid') uid: string,
    @Body({ schema: cancelBodySchema }) body: CancelBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingAnswer> {
    const key = idempotencyKey(request);
    const booking = await this.openToChange(uid, request);
    const reason = body?.reason ? body.reason : null;
    const outcome = await this.cancelBooking.run({ booking, actor: 'attendee', reason, ...key });
    if (!outcome.ok) throw new ProblemError(bookingProblem(outcome.problem));
    markReplay(reply, outcome.value);
    return outcome.value.value;
  }

  @Post('reschedule')
  @HttpCode(200)
  async move(
    @Param('uid') uid: string,
    @Body({ schema: moveBodySchema }) { start, sequence, ...said }: MoveBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingAnswer> {
    const key = idempotencyKey(request);
    const booking = await this.openToChange(uid, request);
    const seen = sequence === undefined ? {} : { seenSequence: sequence };
    const outcome = await this.moveBooking.run({
      ...{ booking, start, actor: 'attendee', reason: said.reason ? said.reason : null },
      ...seen,
      ...key,
    });
    if (!outcome.ok) throw new ProblemError(bookingProblem(outcome.problem));
    markReplay(reply, outcome.value);
    return outcome.value.value;
  }

  private async openToChange(uid: string, request: FastifyRequest): Promise<Booking> {
    const booking = await this.open(uid, request);
    await this.limits.change(booking.uid);
    return booking;
  }

  private async open(uid: string, request: FastifyRequest): Promise<Booking> {
    const token = bearerToken(request.headers.authorization);
    const booking = await this.access.find({ uid, token, address: addressKey(request.ip) });
    if (!booking) throw new ProblemError(noBooking());
    return booking;
  }
}

function bearerToken(header: string | undefined): string {
  const token = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
  if (token !== undefined) return token;
  throw new ProblemError({ name: 'unauthorized', detail: say('problems:unauthorized') });
}

function idempotencyKey({ headers }: FastifyRequest): { readonly idempotencyKey?: IdempotencyKey } {
  const key = parseIdempotencyKey(headers['idempotency-key']);
  if (!key.ok) throw new ProblemError(key.problem);
  return key.value === undefined ? {} : { idempotencyKey: keyFrom('api', key.value) };
}
