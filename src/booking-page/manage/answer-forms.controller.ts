import { Body, Controller, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerProposal } from '../../bookings/other-times/answer-proposal.service.js';
import type { Booking } from '../../bookings/booking.entity.js';
import { bookingProblem } from '../../bookings/booking-problem.mapper.js';
import type { BookingProblem } from '../../bookings/booking.errors.js';
import { BookingLimits } from '../../bookings/booking-limits.service.js';
import type { ChangeOutcome } from '../../bookings/change-booking.service.js';
import { KeepTime } from '../../bookings/other-times/keep-time.service.js';
import { WithdrawMove } from '../../bookings/other-times/withdraw-move.service.js';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { BookingDoor, type OpenBooking } from './booking-door.service.js';
import {
  type AnswerForm,
  answerFormSchema,
  type ProposalForm,
  proposalFormSchema,
} from '../form.schema.js';
import { OwnFormGuard } from '../own-form.guard.js';
import { type PageAnswer, redirect, shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { sendAnswer } from '../send-answer.js';
import { MessageView } from '../views/message.view.js';
import { manageLink } from '../views/page-links.js';

/** What an attendee answers with one press on their page. */
@Controller('b/:uid')
@Public()
@UseGuards(OwnFormGuard)
export class AnswerFormsController {
  constructor(
    private readonly door: BookingDoor,
    private readonly limits: BookingLimits,
    private readonly answerProposal: AnswerProposal,
    private readonly withdrawMove: WithdrawMove,
    private readonly keepTime: KeepTime,
    private readonly shell: PageShell,
  ) {}

  /** Takes one of the times that the host proposes, or none. */
  @Post('proposal')
  async pick(
    @Param('uid') uid: string,
    @Body({ schema: proposalFormSchema }) form: ProposalForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await this.open(uid, form, request);
    const start = form.start ?? null;
    await this.answer({ open, request, reply }, (booking) =>
      this.answerProposal.run({ booking, start }),
    );
  }

  @Post('withdraw-move')
  async withdraw(
    @Param('uid') uid: string,
    @Body({ schema: answerFormSchema }) form: AnswerForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await this.open(uid, form, request);
    await this.answer({ open, request, reply }, (booking) => this.withdrawMove.run({ booking }));
  }

  @Post('keep')
  async keep(
    @Param('uid') uid: string,
    @Body({ schema: answerFormSchema }) form: AnswerForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await this.open(uid, form, request);
    await this.answer({ open, request, reply }, (booking) => this.keepTime.run({ booking }));
  }

  private open(uid: string, { t, carried }: AnswerForm, request: FastifyRequest) {
    return this.door.open(uid, { ...carried, t }, request);
  }

  private async answer(
    { open, request, reply }: Pressed,
    run: (booking: Booking) => Promise<ChangeOutcome>,
  ): Promise<void> {
    await this.limits.change(open.booking.uid);
    const outcome = await run(open.booking);
    const answer = outcome.ok
      ? redirect(303, manageLink(open.place))
      : this.refused(open, outcome.problem);
    await sendAnswer(request, reply, answer);
  }

  private refused({ place }: OpenBooking, problem: BookingProblem): PageAnswer {
    const { kind } = problem;
    const isGone = kind === 'nothing-asked' || kind === 'booking-changed';
    if (!isGone && kind !== 'booking-closed') throw new ProblemError(bookingProblem(problem));
    const message = { kind: isGone ? 'offer-gone' : 'closed', back: manageLink(place) } as const;
    return shown(MessageView({ shell: this.shell.of(place.carried), message }), 409);
  }
}

/** A press on a booking's page. */
interface Pressed {
  readonly open: OpenBooking;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
