import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tooLateWords } from '../../bookings/manage/too-late-words.js';
import { linkPath } from '../../calendars/calendar-configuration.js';
import { Public } from '../../shared/http/public-route.js';
import { BookingDoor, type OpenBooking } from './booking-door.service.js';
import { bookingFacts } from './booking-facts.js';
import { BookingStories, type BookingStory } from './booking-story.service.js';
import { closedState } from '../month/closed-calendar.js';
import { shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { sendAnswer } from '../send-answer.js';
import { type BookingPage, BookingView } from '../views/manage/booking.view.js';

/** Confirmation and management of a booking, at one address that never changes. */
@Controller('b/:uid')
@Public()
export class ManagePageController {
  constructor(
    private readonly door: BookingDoor,
    private readonly stories: BookingStories,
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
    const shell = this.shell.of(open.place.carried, open.configuration);
    const story = await this.stories.of(open);
    const view = BookingView({ shell, ...bookingPage(open, story) });
    await sendAnswer(request, reply, shown(view));
  }
}

function bookingPage(open: OpenBooking, story: BookingStory): Omit<BookingPage, 'shell'> {
  const { configuration, now, refused } = open;
  return {
    // Whoever gets no mail saw this page before the one to which the host sends them on.
    ...bookingFacts(open, story, story.mail.kind !== 'none'),
    question: story.question ?? undefined,
    timeQuestion: story.timeQuestion ?? undefined,
    // Without free times there is nothing to move to.
    mayMove: refused.move === null && closedState(configuration, now) === null,
    mayCancel: refused.cancel === null,
    tooLate: tooLateNotes(open),
    calendarHref: configuration.active ? linkPath(configuration) : undefined,
  };
}

/** Where the host keeps changes to themselves, the page says so instead of showing a button. */
function tooLateNotes({ refused: { cancel, move } }: OpenBooking): readonly string[] {
  return [move, cancel].flatMap((problem) =>
    problem?.kind === 'too-late' ? [tooLateWords(problem.change, problem.minutes)] : [],
  );
}
