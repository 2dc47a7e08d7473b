import { Controller, Delete, HttpCode, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { HostCalendars } from '../calendars/host-api/host-calendars.service.js';
import { noCalendar } from '../calendars/calendar-problem.mapper.js';
import { HostWrite } from '../hosts/api-keys/host-route.js';
import { Holder, type KeyHolder } from '../hosts/api-keys/key-holder.js';
import { say } from '../language/say.js';
import { type Problem, ProblemError } from '../shared/problem.js';
import { BOOKINGS_AHEAD, DeleteCalendar, type DeletionProblem } from './delete-calendar.service.js';

/** `?bookings=keep` or `?bookings=cancel`; without it a calendar with bookings ahead stays. */
export const deletionQuerySchema = z.strictObject({ bookings: z.enum(BOOKINGS_AHEAD).optional() });

type DeletionQuery = z.output<typeof deletionQuerySchema>;

@Controller('api/v1/me/calendars/:calendar')
export class DeleteCalendarController {
  constructor(
    private readonly calendars: HostCalendars,
    private readonly deletion: DeleteCalendar,
  ) {}

  @Delete()
  @HostWrite()
  @HttpCode(204)
  async delete(
    @Holder() { hostId }: KeyHolder,
    @Param('calendar') id: string,
    @Query({ schema: deletionQuerySchema }) { bookings }: DeletionQuery,
  ): Promise<void> {
    const { id: calendarId } = await this.calendars.find({ hostId, id });
    const fate = bookings === undefined ? {} : { bookings };
    const deleted = await this.deletion.run({ calendarId, hostId, ...fate });
    if (!deleted.ok) throw new ProblemError(deletionProblem(deleted.problem));
  }
}

function deletionProblem(problem: DeletionProblem): Problem {
  if (problem.kind === 'not-found') return noCalendar();
  const { count } = problem;
  if (problem.kind === 'bookings-left') {
    const detail = say('problems:bookingsLeft', { count });
    return { name: 'unavailable', detail, retryAfterSeconds: 5, members: { count } };
  }
  const detail = say('problems:hasBookings', { count });
  return { name: 'has-bookings', detail, members: { count } };
}
