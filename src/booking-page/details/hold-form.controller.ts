import { Body, Controller, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noReservation } from '../../bookings/booking-problem.mapper.js';
import { ExtendHold } from '../../bookings/holds/extend-hold.service.js';
import type { Reservation } from '../../bookings/holds/visitor-holds.repository.js';
import { HoldTime } from '../../bookings/holds/hold-time.service.js';
import type { TypedLink } from '../../calendars/links/calendar-links.service.js';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { RateLimited } from '../../shared/limits/rate-limit.guard.js';
import { RateLimiter } from '../../shared/limits/rate-limiter.js';
import { addressKey } from '../../shared/http/request-address.js';
import { CalendarDoor, type OpenCalendar } from '../calendar-door.service.js';
import { sourceOf } from '../embed/booking-source.js';
import { askedDuration } from '../month/chosen-duration.js';
import { type HoldForm, holdFormSchema, type KeepHold, keepHoldSchema } from '../form.schema.js';
import { holdName, holdOf, holdOfPage } from './hold-name.js';
import { OwnFormGuard } from '../own-form.guard.js';
import { redirect } from '../page-answer.js';
import { sendAnswer } from '../send-answer.js';
import { detailsLink } from '../views/page-links.js';

/** Holds the time that was chosen on the month's page while its form is filled in. */
@Controller(':host/:slug/book')
@Public()
@UseGuards(OwnFormGuard)
export class HoldFormController {
  constructor(
    private readonly door: CalendarDoor,
    private readonly holdTime: HoldTime,
    private readonly extendHold: ExtendHold,
    private readonly limiter: RateLimiter,
  ) {}

  /** Without a hold the form is shown all the same, and says so itself if the time is gone. */
  @Post()
  async choose(
    @Param() link: TypedLink,
    @Body({ schema: holdFormSchema }) form: HoldForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const calendar = await this.door.find(link);
    const { host, slug } = calendar.configuration;
    const hold = await this.hold(calendar, form, request);
    const place = { host: host.handle, slug, carried: form.carried };
    await sendAnswer(request, reply, redirect(303, detailsLink(place, form.start, hold)));
  }

  /** Somebody is still typing. Whoever shows the name of a hold may extend it. */
  @Post('hold')
  @HttpCode(204)
  @RateLimited('keepHold')
  async keep(@Body({ schema: keepHoldSchema }) { hold }: KeepHold): Promise<void> {
    const shown = holdOf(hold);
    const outcome = shown ? await this.extendHold.run(shown) : null;
    if (!outcome?.ok) throw new ProblemError(noReservation());
  }

  private async hold(
    { configuration: { id: calendarId, host } }: OpenCalendar,
    { start, carried, pageHold }: HoldForm,
    request: FastifyRequest,
  ): Promise<string | null> {
    const address = addressKey(request.ip);
    const instead = holdOf(carried['hold']);
    const as = instead ? null : holdOfPage(pageHold);
    // Whoever chooses too often goes on without holds.
    if (!(await this.limiter.allows('hold', address))) return this.stillHeld(instead ?? as);
    const minutes = askedDuration(carried);
    const outcome = await this.holdTime.run({
      ...{ hostId: host.id, calendarId, start, source: sourceOf(carried) },
      ...(minutes === undefined ? {} : { durationMinutes: minutes }),
      ...{ address, instead: instead ?? undefined, as: as ?? undefined },
    });
    if (outcome.ok) return holdName(outcome.value.value);
    return this.stillHeld(instead ?? as);
  }

  /** What they hold already is theirs still, and may become the booking of another time. */
  private async stillHeld(hold: Reservation | null): Promise<string | null> {
    const outcome = hold && (await this.extendHold.run(hold));
    return hold && outcome?.ok ? holdName(hold) : null;
  }
}
