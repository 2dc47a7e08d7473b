import { Body, Controller, Delete, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CalendarLinks, type TypedLink } from '../../calendars/links/calendar-links.service.js';
import { OneTimeLinks } from '../../calendars/links/one-time-links.service.js';
import { noCalendar } from '../../calendars/calendar-problem.mapper.js';
import { bearerToken } from '../../shared/http/bearer-token.js';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { RateLimited } from '../../shared/limits/rate-limit.guard.js';
import { addressKey } from '../../shared/http/request-address.js';
import { bookingProblem } from '../booking-problem.mapper.js';
import { type HoldBody, holdBodySchema } from '../booking-request.schema.js';
import { type HeldTime, HoldTime } from './hold-time.service.js';
import { keyFrom } from '../../shared/idempotency/idempotency-key.js';
import { parseIdempotencyKey } from '../../shared/idempotency/idempotency-key.schema.js';
import { ReleaseHold } from './release-hold.service.js';
import { markReplay } from '../../shared/idempotency/replay-header.js';

/** Holds a time for five minutes while somebody fills in a form. */
@Controller('api/v1')
@Public()
export class ReservationsController {
  constructor(
    private readonly links: CalendarLinks,
    private readonly oneTime: OneTimeLinks,
    private readonly holdTime: HoldTime,
    private readonly releaseHold: ReleaseHold,
  ) {}

  @Post('calendars/:host/:slug/reservations')
  @HttpCode(201)
  @RateLimited('hold')
  async hold(
    @Param() link: TypedLink,
    @Body({ schema: holdBodySchema }) { start, duration, once }: HoldBody,
    @Req() { ip, headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HeldTime> {
    const key = parseIdempotencyKey(headers['idempotency-key']);
    if (!key.ok) throw new ProblemError(key.problem);
    const target = await this.links.find(link);
    if (!target) throw new ProblemError(noCalendar());
    const { id: calendarId, host } = target.configuration;
    await this.oneTime.demandOpen(calendarId, once);
    const outcome = await this.holdTime.run({
      ...{ hostId: host.id, calendarId, start, source: 'api' },
      ...(duration === undefined ? {} : { durationMinutes: duration }),
      address: addressKey(ip),
      ...(key.value === undefined ? {} : { idempotencyKey: keyFrom('api', key.value) }),
    });
    if (!outcome.ok) throw new ProblemError(bookingProblem(outcome.problem));
    markReplay(reply, outcome.value);
    return outcome.value.value;
  }

  /** Shows nobody whether something is held that is not theirs. */
  @Delete('reservations/:uid')
  @HttpCode(204)
  async release(@Param('uid') uid: string, @Req() { headers }: FastifyRequest): Promise<void> {
    const secret = bearerToken(headers.authorization) ?? '';
    const outcome = await this.releaseHold.run({ uid, secret });
    if (!outcome.ok) throw new ProblemError(bookingProblem(outcome.problem));
  }
}
