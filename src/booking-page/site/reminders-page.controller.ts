import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noBooking } from '../../bookings/booking-problem.mapper.js';
import {
  type Refusal,
  ReminderRefusals,
} from '../../notifications/reminders/reminder-refusals.service.js';
import { ONE_CLICK_ROUTE } from '../../shared/http/one-click.js';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { addressKey } from '../../shared/http/request-address.js';
import { shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { sendAnswer } from '../send-answer.js';
import { address } from '../views/address.js';
import { MessageView } from '../views/message.view.js';
import { RemindersView } from '../views/site/reminders.view.js';

/**
 * Ends reminders by mail. The page asks; its form, and the button of a mail program that never shows
 * the page (RFC 8058), say yes. The token alone decides, for mail programs press from elsewhere.
 */
@Controller(ONE_CLICK_ROUTE.slice(1))
@Public()
export class RemindersPageController {
  constructor(
    private readonly refusals: ReminderRefusals,
    private readonly shell: PageShell,
  ) {}

  @Get()
  async show(
    @Query('t') token: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(token, request);
    const action = address(ONE_CLICK_ROUTE, { t: String(token) });
    await sendAnswer(request, reply, shown(RemindersView({ shell: this.shell.of(), action })));
  }

  @Post()
  async stop(
    @Query('t') token: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.refusals.keep(await this.open(token, request));
    const message = { kind: 'reminders-off' } as const;
    await sendAnswer(request, reply, shown(MessageView({ shell: this.shell.of(), message })));
  }

  private async open(token: unknown, { ip }: FastifyRequest): Promise<Refusal> {
    const refusal = await this.refusals.open(
      typeof token === 'string' ? token : '',
      addressKey(ip),
    );
    if (!refusal) throw new ProblemError(noBooking());
    return refusal;
  }
}
