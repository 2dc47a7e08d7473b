import { Body, Controller, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerProposal } from '../bookings/answer-proposal.service.js';
import { bookingProblem } from '../bookings/booking-problem.mapper.js';
import type { BookingProblem } from '../bookings/booking.errors.js';
import { BookingLimits } from '../bookings/booking-limits.service.js';
import { ProblemError } from '../shared/problem.js';
import { Public } from '../shared/public-route.js';
import { BookingDoor, type OpenBooking } from './booking-door.service.js';
import { type ProposalForm, proposalFormSchema } from './form.schema.js';
import { OwnFormGuard } from './own-form.guard.js';
import { type PageAnswer, redirect, shown } from './page-answer.js';
import { PageShell } from './page-shell.js';
import { sendAnswer } from './send-answer.js';
import { MessageView } from './views/message.view.js';
import { manageLink } from './views/page-links.js';

/** Takes one of the times that the host proposes, or none. */
@Controller('b/:uid/proposal')
@Public()
@UseGuards(OwnFormGuard)
export class ProposalFormController {
  constructor(
    private readonly door: BookingDoor,
    private readonly limits: BookingLimits,
    private readonly answerProposal: AnswerProposal,
    private readonly shell: PageShell,
  ) {}

  @Post()
  async answer(
    @Param('uid') uid: string,
    @Body({ schema: proposalFormSchema }) form: ProposalForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await this.door.open(uid, { ...form.carried, t: form.t }, request);
    const { booking, place } = open;
    await this.limits.change(booking.uid);
    const outcome = await this.answerProposal.run({ booking, start: form.start ?? null });
    const answer = outcome.ok
      ? redirect(303, manageLink(place))
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
