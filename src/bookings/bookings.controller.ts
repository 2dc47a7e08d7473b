import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CalendarLinks, type TypedLink } from '../calendars/links/calendar-links.service.js';
import { noCalendar } from '../calendars/calendar-problem.mapper.js';
import { ProblemError } from '../shared/problem.js';
import { Public } from '../shared/http/public-route.js';
import { RateLimited } from '../shared/limits/rate-limit.guard.js';
import { addressKey } from '../shared/http/request-address.js';
import { answerFor, type BookedAnswer } from './booking-answer.js';
import { BookingLimits } from './booking-limits.service.js';
import { bookingProblem } from './booking-problem.mapper.js';
import { type BookingRequestBody, bookingRequestSchema } from './booking-request.schema.js';
import { type BookingRequest, CreateBooking } from './create-booking.service.js';
import { keyFrom } from '../shared/idempotency/idempotency-key.js';
import { parseIdempotencyKey } from '../shared/idempotency/idempotency-key.schema.js';
import { markReplay } from '../shared/idempotency/replay-header.js';

@Controller('api/v1/calendars/:host/:slug/bookings')
@Public()
export class BookingsController {
  constructor(
    private readonly links: CalendarLinks,
    private readonly limits: BookingLimits,
    private readonly createBooking: CreateBooking,
  ) {}

  /** Books. A former link books on the same calendar: a POST is not sent round twice. */
  @Post()
  @HttpCode(201)
  @RateLimited('bookingAttempt')
  async book(
    @Param() link: TypedLink,
    @Body({ schema: bookingRequestSchema }) body: BookingRequestBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookedAnswer> {
    const key = parseIdempotencyKey(request.headers['idempotency-key']);
    if (!key.ok) throw new ProblemError(key.problem);
    const target = await this.links.find(link);
    if (!target) throw new ProblemError(noCalendar());
    const { id, host } = target.configuration;
    const booking = bookingRequest(body, { calendarId: id, hostId: host.id });
    const claimed = key.value === undefined ? {} : { idempotencyKey: keyFrom('api', key.value) };
    const outcome = await this.limits.run(
      {
        ...{ address: addressKey(request.ip), email: body.attendee.email },
        ...{ hostId: host.id, calendarId: id, ...claimed },
      },
      () => this.createBooking.run({ ...booking, ...claimed }),
    );
    if (!outcome.ok) throw new ProblemError(bookingProblem(outcome.problem));
    markReplay(reply, outcome.value);
    const booked = outcome.value.value;
    reply.header('Location', `/api/v1/bookings/${booked.uid}`);
    return answerFor('attendee', booked);
  }
}

type Where = Pick<BookingRequest, 'calendarId' | 'hostId'>;

function bookingRequest(body: BookingRequestBody, where: Where): BookingRequest {
  const { name, email, timeZone, locale = null } = body.attendee;
  return {
    ...where,
    start: body.start,
    ...(body.duration === undefined ? {} : { durationMinutes: body.duration }),
    attendee: { name, email, timeZone, locale },
    intake: { answers: body.answers ?? {}, guests: body.guests ?? [] },
    ...(body.once === undefined ? {} : { oneTimeToken: body.once }),
    ...(body.reservation ? { reservation: body.reservation } : {}),
    notes: body.notes ?? '',
    source: 'api',
    utm: body.utm ?? {},
  };
}
