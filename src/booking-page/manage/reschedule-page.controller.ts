import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseInstant } from '../../shared/text/instant.schema.js';
import { Public } from '../../shared/http/public-route.js';
import { RateLimited } from '../../shared/limits/rate-limit.guard.js';
import { askedMonth, askedOnDateOf } from '../month/asked-month.js';
import { BookingDoor, moveQueryOf, type OpenBooking } from './booking-door.service.js';
import { closedPage, closedState } from '../month/closed-calendar.js';
import { OfferedTime } from '../month/offered-time.service.js';
import { type PageAnswer, redirect, shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { RescheduleList } from './reschedule-list.service.js';
import { RescheduleQuestion } from './reschedule-question.service.js';
import { sendAnswer } from '../send-answer.js';
import { manageLink } from '../views/page-links.js';

/** Lists the times to which a booking can move, and asks about a chosen one. Moves nothing. */
@Controller('b/:uid/reschedule')
@Public()
export class ReschedulePageController {
  constructor(
    private readonly door: BookingDoor,
    private readonly offeredTime: OfferedTime,
    private readonly list: RescheduleList,
    private readonly confirm: RescheduleQuestion,
    private readonly shell: PageShell,
  ) {}

  @Get()
  @RateLimited('slots')
  async show(
    @Param('uid') uid: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await this.door.open(uid, query, request);
    await sendAnswer(request, reply, await this.answer(open, query));
  }

  private async answer(open: OpenBooking, query: Record<string, unknown>): Promise<PageAnswer> {
    const { configuration, now, refused, place } = open;
    if (refused.move) return redirect(302, manageLink(place));
    const state = closedState(configuration, now);
    if (state)
      return closedPage({
        shell: this.shell.of(place.carried, configuration),
        configuration,
        state,
      });
    const start = typeof query['start'] === 'string' ? parseInstant(query['start']) : null;
    if (start === null) return shown(await this.list.view(open, { asked: askedMonth(query) }));
    return this.question(open, start);
  }

  private async question(open: OpenBooking, start: number): Promise<PageAnswer> {
    const replacement = await this.offeredTime.replacement(moveQueryOf(open), start);
    if (!replacement) return shown(this.confirm.view(open, { start }));
    const asked = askedOnDateOf(open.shownIn.face.zone, start);
    return shown(await this.list.view(open, { asked, replacement }));
  }
}
