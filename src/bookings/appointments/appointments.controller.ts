import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HostCalendars } from '../../calendars/host-api/host-calendars.service.js';
import { Env } from '../../config/env.js';
import { Database } from '../../database/database.js';
import { HostRoute } from '../../hosts/api-keys/host-route.js';
import { Holder, type KeyHolder } from '../../hosts/api-keys/key-holder.js';
import { Clock } from '../../shared/clock.js';
import { nextPage } from '../../shared/paging.js';
import {
  appointmentsQuerySchema,
  type AppointmentsQuery,
  cursorOf,
} from './appointments-query.schema.js';
import { Appointments } from './appointments.repository.js';
import type { BookingAnswer } from '../booking-answer.js';
import type { Booking } from '../booking.entity.js';
import { ViewBooking } from '../manage/view-booking.service.js';

export interface AppointmentsAnswer {
  readonly bookings: readonly BookingAnswer[];
  /** For `?cursor`; null on the last page. */
  readonly nextCursor: string | null;
}

/** The appointment list for programs. */
@Controller('api/v1/bookings')
export class AppointmentsController {
  constructor(
    private readonly database: Database,
    private readonly appointments: Appointments,
    private readonly calendars: HostCalendars,
    private readonly viewBooking: ViewBooking,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  @Get()
  @HostRoute('read')
  async list(
    @Holder() { hostId }: KeyHolder,
    @Query({ schema: appointmentsQuerySchema }) query: AppointmentsQuery,
    @Req() { url }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AppointmentsAnswer> {
    const { calendar, cursor: after, q: text, limit, ...more } = query;
    const own = calendar === undefined ? {} : { calendarId: await this.idOf(hostId, calendar) };
    const search = { hostIds: [hostId], now: this.clock.now(), ...more, ...own, text, after };
    // One more than is shown tells whether there is a next page.
    const found = await this.database.read((entities) =>
      this.appointments.search(entities, { ...search, limit: limit + 1 }),
    );
    const bookings = found.slice(0, limit);
    const last = found.length > limit ? bookings.at(-1) : undefined;
    const nextCursor = last ? cursorOf(placeOf(last)) : null;
    nextPage(reply, { path: '/api/v1/bookings', query: askedIn(url), nextCursor, env: this.env });
    return { bookings: await this.viewBooking.answers(bookings), nextCursor };
  }

  /** @throws ProblemError `not-found` for another host's. */
  private async idOf(hostId: string, id: string): Promise<string> {
    return (await this.calendars.find({ hostId, id })).id;
  }
}

const placeOf = ({ startsAt, id }: Booking) => ({ startsAt: startsAt.getTime(), id });

const askedIn = (url: string): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(url.replace(/^[^?]*\??/, '')));
