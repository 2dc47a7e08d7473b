import { Body, Controller, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { BookingLimits } from '../../bookings/booking-limits.service.js';
import { bookingProblem } from '../../bookings/booking-problem.mapper.js';
import type { BookingProblem } from '../../bookings/booking.errors.js';
import { ChooseTimes } from '../../bookings/holds/choose-times.service.js';
import { MoveBooking } from '../../bookings/move-booking.service.js';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { addressKey } from '../../shared/http/request-address.js';
import { RateLimiter } from '../../shared/limits/rate-limiter.js';
import { askedOnDateOf } from '../month/asked-month.js';
import { BookingDoor, type OpenBooking } from './booking-door.service.js';
import { checkedReason, reasonMissing } from '../details/checked-details.js';
import { closedBy, closedPage } from '../month/closed-calendar.js';
import { type MoveForm, moveFormSchema } from '../form.schema.js';
import { OwnFormGuard } from '../own-form.guard.js';
import { type PageAnswer, redirect, shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { refusedChange } from './refused-change.js';
import { replacementOf, replacementStatus } from './replacement.mapper.js';
import { RescheduleList } from './reschedule-list.service.js';
import { RescheduleQuestion } from './reschedule-question.service.js';
import { sendAnswer } from '../send-answer.js';
import type { FieldProblem } from '../views/field.view.js';
import { MessageView } from '../views/message.view.js';
import { manageLink, rescheduleLinks } from '../views/page-links.js';

/** Holds the time to which a booking may move, and moves it there once that is confirmed. */
@Controller('b/:uid/reschedule')
@Public()
@UseGuards(OwnFormGuard)
export class RescheduleFormController {
  constructor(
    private readonly door: BookingDoor,
    private readonly limits: BookingLimits,
    private readonly chooseTimes: ChooseTimes,
    private readonly limiter: RateLimiter,
    private readonly moveBooking: MoveBooking,
    private readonly list: RescheduleList,
    private readonly confirm: RescheduleQuestion,
    private readonly shell: PageShell,
  ) {}

  @Post()
  async send(
    @Param('uid') uid: string,
    @Body({ schema: moveFormSchema }) form: MoveForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sent = { ...form.carried, t: form.t };
    const open = await this.door.open(uid, sent, request);
    if (form.choose !== undefined) {
      return sendAnswer(request, reply, await this.choose(open, form.start, request));
    }
    await this.limits.change(open.booking.uid);
    const reason = checkedReason(form.reason);
    if (!reason.ok) {
      const answer = shown(this.question(open, form, reason.problem), 422);
      return sendAnswer(request, reply, answer);
    }
    const problem = await this.move(open, form, reason.value);
    const answer = problem
      ? await this.refused(await this.door.open(uid, sent, request), form, problem)
      : redirect(303, manageLink(open.place));
    await sendAnswer(request, reply, answer);
  }

  /** Without a hold it is asked all the same, and said there if the time is gone. */
  private async choose(
    { booking, place }: OpenBooking,
    start: number,
    { ip }: FastifyRequest,
  ): Promise<PageAnswer> {
    // Whoever chooses too often goes on without holds.
    const isAllowed = await this.limiter.allows('hold', addressKey(ip));
    if (isAllowed) await this.chooseTimes.run({ booking, starts: [start], actor: 'attendee' });
    return redirect(303, rescheduleLinks(place).time(start));
  }

  /** Null when the booking has that time now, by this form or by the same one sent before. */
  private async move(
    { booking }: OpenBooking,
    { start, sequence }: MoveForm,
    reason: string | null,
  ): Promise<BookingProblem | null> {
    const outcome = await this.moveBooking.run({
      ...{ booking, start, actor: 'attendee', reason },
      ...(sequence === undefined ? {} : { seenSequence: sequence }),
    });
    return outcome.ok ? null : outcome.problem;
  }

  /** `open` is the booking as it is after the refusal. */
  private async refused(
    open: OpenBooking,
    form: MoveForm,
    problem: BookingProblem,
  ): Promise<PageAnswer> {
    const { configuration, place, shownIn } = open;
    const shell = this.shell.of(place.carried, configuration);
    const asked = askedOnDateOf(shownIn.face.zone, form.start);
    const replacement = replacementOf(problem);
    if (replacement) {
      const status = replacementStatus(replacement);
      return shown(await this.list.view(open, { asked, replacement }), status);
    }
    if (problem.kind === 'booking-changed') {
      return shown(await this.list.view(open, { asked, movedMeanwhile: true }), 409);
    }
    if (problem.kind === 'reason-missing') {
      return shown(this.question(open, form, [reasonMissing()]), 422);
    }
    const message = refusedChange(problem, place);
    if (message) return shown(MessageView({ shell, message }), 409);
    const state = closedBy(problem);
    if (state === null) throw new ProblemError(bookingProblem(problem));
    return closedPage({ shell, configuration, state, wasSent: true });
  }

  private question(open: OpenBooking, form: MoveForm, problems: readonly FieldProblem[]): VNode {
    return this.confirm.view(open, { start: form.start, reason: form.reason, problems });
  }
}
