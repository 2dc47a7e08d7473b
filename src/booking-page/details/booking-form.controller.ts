import { Body, Controller, Get, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BookingLimits } from '../../bookings/booking-limits.service.js';
import { bookingProblem } from '../../bookings/booking-problem.mapper.js';
import type { BookingProblem } from '../../bookings/booking.errors.js';
import { CreateBooking } from '../../bookings/create-booking.service.js';
import { keyFrom } from '../../shared/idempotency/idempotency-key.js';
import { offeredDurations } from '../../calendars/settings/duration-setting.js';
import type { TypedLink } from '../../calendars/links/calendar-links.service.js';
import { say } from '../../language/say.js';
import { MailOut } from '../../notifications/mail/delivery/mail-out.js';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { RateLimited } from '../../shared/limits/rate-limit.guard.js';
import { addressKey } from '../../shared/http/request-address.js';
import { attendeeOf, campaignOf } from './attendee.mapper.js';
import { CalendarDoor, type OpenCalendar } from '../calendar-door.service.js';
import { askedDuration, withoutDuration } from '../month/chosen-duration.js';
import { checkedDetails } from './checked-details.js';
import { fieldProblems } from './asked-fields.js';
import { framed } from '../embed/framed.js';
import { sourceOf } from '../embed/booking-source.js';
import { closedBy, closedPage, linkUsed } from '../month/closed-calendar.js';
import { DetailsForm, type DetailsWish } from './details-form.js';
import { answersById, type BookingForm, bookingFormSchema, showFields } from '../form.schema.js';
import { holdOf } from './hold-name.js';
import { OwnFormGuard } from '../own-form.guard.js';
import { type PageAnswer, redirect } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { replacementOf, replacementStatus } from '../manage/replacement.mapper.js';
import { sendAnswer } from '../send-answer.js';
import { shownIn, zonesOf } from '../shown-in.js';
import { path } from '../views/address.js';
import { durationWords } from '../views/duration-words.js';
import { type BookingPlace, doneLink, manageLink } from '../views/page-links.js';

/** Takes the form with the attendee's details, and books. */
@Controller(':host/:slug/bookings')
@Public()
@UseGuards(OwnFormGuard)
export class BookingFormController {
  constructor(
    private readonly door: CalendarDoor,
    private readonly limits: BookingLimits,
    private readonly createBooking: CreateBooking,
    private readonly details: DetailsForm,
    private readonly shell: PageShell,
    private readonly mailOut: MailOut,
  ) {}

  /** Whoever opens the address of a form anew begins anew. */
  @Get()
  async begin(
    @Param() { host, slug }: TypedLink,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendAnswer(request, reply, redirect(302, path(host, slug)));
  }

  /** A former link books on the same calendar: a form is not sent round twice. */
  @Post()
  @RateLimited('bookingAttempt')
  async send(
    @Param() link: TypedLink,
    @Body({ schema: bookingFormSchema }) form: BookingForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const calendar = await this.door.find(link);
    const answer = await this.book(wishOf(calendar, form), form, addressKey(request.ip));
    const { settings } = calendar.configuration;
    await sendAnswer(request, reply, framed(answer, request, settings));
  }

  private async book(wish: DetailsWish, form: BookingForm, address: string): Promise<PageAnswer> {
    const details = checkedDetails(wish.typed, wish.configuration);
    if (!details.ok) {
      return this.details.page({ ...wish, problems: details.problem }, 422);
    }
    const { id: calendarId, host } = wish.configuration;
    const { name, email, notes, intake } = details.value;
    const { start, carried, idempotencyKey } = form;
    const reservation = holdOf(form.hold);
    const asked = askedDuration(carried);
    const claimed =
      idempotencyKey === undefined ? {} : { idempotencyKey: keyFrom('page', idempotencyKey) };
    const booker = { address, email, hostId: host.id, calendarId, ...claimed };
    const outcome = await this.limits.run(booker, () =>
      this.createBooking.run({
        ...(asked === undefined ? {} : { durationMinutes: asked }),
        ...(reservation ? { reservation } : {}),
        ...(carried['once'] === undefined ? {} : { oneTimeToken: carried['once'] }),
        ...{ hostId: host.id, calendarId, start, notes, intake, source: sourceOf(carried) },
        attendee: attendeeOf({ name, email, timeZone: wish.face.zone, carried }),
        utm: campaignOf(carried),
        ...claimed,
      }),
    );
    if (!outcome.ok) return this.refused(wish, outcome.problem);
    const { uid, manageToken: token } = outcome.value.value;
    return this.booked(wish, { uid, token, carried: showFields(carried) });
  }

  /** In a frame the end is a page of ours: where the host sends people may not be shown in frames. */
  private booked({ configuration, carried }: DetailsWish, place: BookingPlace): PageAnswer {
    const { embed } = carried;
    if (embed !== undefined) {
      return redirect(303, doneLink({ ...place, carried: { ...place.carried, embed } }));
    }
    const { afterBooking } = configuration.settings;
    // Without a mail, whoever is sent on at once would never see the link to their booking.
    const isSentOn = afterBooking.kind === 'redirect' && this.mailOut.isSending;
    return redirect(303, isSentOn ? afterBooking.url : manageLink(place));
  }

  /** The same form with what was typed, wherever something in it can be mended. */
  private refused(wish: DetailsWish, problem: BookingProblem): PageAnswer {
    const { configuration } = wish;
    const replacement = replacementOf(problem);
    if (replacement) {
      return this.details.page({ ...wish, replacement }, replacementStatus(replacement));
    }
    if (problem.kind === 'intake-refused') {
      const problems = fieldProblems(configuration.settings, problem.problems);
      return this.details.page({ ...wish, problems }, 422);
    }
    if (problem.kind === 'idempotency-conflict') {
      const problems = [{ field: 'details', message: say('page:formUsed') }];
      return this.details.page({ ...wish, problems, idempotencyKey: undefined }, 422);
    }
    if (problem.kind === 'already-booked') {
      const problems = [{ field: 'email', message: say('page:alreadyBooked') }];
      return this.details.page({ ...wish, problems }, 409);
    }
    if (problem.kind === 'duration-not-offered') return this.lengthGone(wish);
    if (problem.kind === 'link-used')
      return linkUsed(this.shell.of(wish.carried, configuration), 409);
    const state = closedBy(problem);
    if (state === null) throw new ProblemError(bookingProblem(problem));
    return closedPage({
      shell: this.shell.of(wish.carried, configuration),
      configuration,
      state,
      wasSent: true,
    });
  }

  /** The length was taken out of the offer meanwhile: the same form, with the first one there is. */
  private lengthGone(wish: DetailsWish): PageAnswer {
    const carried = withoutDuration(wish.carried);
    const [minutes] = offeredDurations(wish.configuration.settings);
    const message = say('page:lengthGone', { duration: durationWords(minutes) });
    const problems = [{ field: 'details', message }];
    return this.details.page({ ...wish, carried, problems }, 422);
  }
}

function wishOf({ configuration }: OpenCalendar, form: BookingForm): DetailsWish {
  const { name, email, notes, guests, start, carried, idempotencyKey, hold, tz } = form;
  const { questions } = configuration.settings;
  const zone = tz ?? configuration.settings.timeZone;
  return {
    ...{ configuration, start, carried, idempotencyKey, hold },
    face: shownIn({ ...carried, tz: zone }, zonesOf(configuration.settings)).face,
    typed: { name, email, notes, guests, answers: answersById(form, questions) },
  };
}
