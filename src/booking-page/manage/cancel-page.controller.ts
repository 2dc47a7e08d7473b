import { Body, Controller, Get, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { bookingProblem } from '../../bookings/booking-problem.mapper.js';
import type { BookingProblem } from '../../bookings/booking.errors.js';
import { BookingLimits } from '../../bookings/booking-limits.service.js';
import { CancelBooking } from '../../bookings/cancel-booking.service.js';
import { keyFrom } from '../../shared/idempotency/idempotency-key.js';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { BookingDoor, type OpenBooking } from './booking-door.service.js';
import { closedMessage, refusedChange } from './refused-change.js';
import { checkedReason, reasonMissing } from '../details/checked-details.js';
import { type CancelForm, cancelFormSchema } from '../form.schema.js';
import { bookedMeeting, bookedSlot } from '../meeting.mapper.js';
import { OwnFormGuard } from '../own-form.guard.js';
import { type PageAnswer, redirect, shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { sendAnswer } from '../send-answer.js';
import { CancelView } from '../views/manage/cancel.view.js';
import type { FieldProblem } from '../views/field.view.js';
import { MessageView } from '../views/message.view.js';
import { manageLink } from '../views/page-links.js';

/** Asks before a booking is cancelled, and cancels it when the form is sent. */
@Controller('b/:uid/cancel')
@Public()
@UseGuards(OwnFormGuard)
export class CancelPageController {
  constructor(
    private readonly door: BookingDoor,
    private readonly limits: BookingLimits,
    private readonly cancelBooking: CancelBooking,
    private readonly shell: PageShell,
  ) {}

  @Get()
  async show(
    @Param('uid') uid: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await this.door.open(uid, query, request);
    const answer =
      open.refused.cancel === null
        ? shown(this.question(open))
        : redirect(302, manageLink(open.place));
    await sendAnswer(request, reply, answer);
  }

  @Post()
  async send(
    @Param('uid') uid: string,
    @Body({ schema: cancelFormSchema }) form: CancelForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await this.door.open(uid, { ...form.carried, t: form.t }, request);
    await this.limits.change(open.booking.uid);
    await sendAnswer(request, reply, await this.cancel(open, form.reason));
  }

  private async cancel(open: OpenBooking, typed: string): Promise<PageAnswer> {
    const { booking, place } = open;
    const reason = checkedReason(typed);
    if (!reason.ok) return shown(this.question(open, typed, reason.problem), 422);
    const outcome = await this.cancelBooking.run({
      ...{ booking, actor: 'attendee', reason: reason.value },
      // The same form sent twice cancels once, and leads to the same page twice.
      idempotencyKey: keyFrom('own', `cancel page ${booking.uid}`),
    });
    if (outcome.ok) return redirect(303, manageLink(place));
    if (outcome.problem.kind === 'reason-missing') {
      return shown(this.question(open, typed, [reasonMissing()]), 422);
    }
    return this.refused(open, outcome.problem);
  }

  private refused({ place, configuration }: OpenBooking, problem: BookingProblem): PageAnswer {
    const isKeyUsed = problem.kind === 'idempotency-conflict';
    const message = isKeyUsed ? closedMessage(place) : refusedChange(problem, place);
    if (!message) throw new ProblemError(bookingProblem(problem));
    return shown(MessageView({ shell: this.shell.of(place.carried, configuration), message }), 409);
  }

  private question(
    { booking, configuration, place, shownIn }: OpenBooking,
    reason = '',
    problems: readonly FieldProblem[] = [],
  ): VNode {
    return CancelView({
      shell: this.shell.of(place.carried, configuration),
      meeting: bookedMeeting(booking, configuration),
      ...{ place, face: shownIn.face, slot: bookedSlot(booking), reason, problems },
      rule: configuration.settings.cutoffs.reason,
    });
  }
}
