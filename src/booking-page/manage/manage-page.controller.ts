import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Booking } from '../../bookings/booking.entity.js';
import { tooLateWords } from '../../bookings/manage/too-late-words.js';
import { type CalendarConfiguration, linkPath } from '../../calendars/calendar-configuration.js';
import { afterText } from '../../calendars/settings/after-booking-setting.js';
import { zoneAt } from '../../calendars/settings/zone-at.js';
import { answerText } from '../../calendars/questions/answer-words.js';
import { say } from '../../language/say.js';
import { Public } from '../../shared/public-route.js';
import type { MailStanding } from '../../notifications/mail/mail-standing.js';
import { BookingDoor, type OpenBooking } from './booking-door.service.js';
import { BookingStories, type BookingStory } from './booking-story.service.js';
import { closedState } from '../month/closed-calendar.js';
import { bookedMeeting, bookedSlot } from '../meeting.mapper.js';
import { shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { sendAnswer } from '../send-answer.js';
import { type BookingPage, type BookingState, BookingView } from '../views/booking.view.js';

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
  const { booking, configuration, now, refused, place, shownIn } = open;
  return {
    place,
    meeting: bookedMeeting(booking, configuration),
    state: stateOf(booking, now, story.hasMoved),
    answerBy: booking.holdExpiresAt?.getTime(),
    question: story.question ?? undefined,
    timeQuestion: story.timeQuestion ?? undefined,
    slot: bookedSlot(booking),
    face: shownIn.face,
    hostZone: zoneAt(configuration.settings, booking.startsAt.getTime()),
    attendeeName: booking.attendeeName,
    answers: booking.answers.map((answer) => ({ label: answer.label, text: answerText(answer) })),
    guests: booking.guests.length,
    ...{ mail: story.mail, afterText: onwardText(configuration, story.mail) },
    // Without free times there is nothing to move to.
    mayMove: refused.move === null && closedState(configuration, now) === null,
    mayCancel: refused.cancel === null,
    tooLate: tooLateNotes(open),
    calendarHref: configuration.active ? linkPath(configuration) : undefined,
  };
}

/** Whoever gets no mail sees this page before the one to which the host sends them on. */
function onwardText({ settings }: CalendarConfiguration, mail: MailStanding): string | undefined {
  const { afterBooking } = settings;
  const isShown = afterBooking.kind === 'redirect' && mail.kind === 'none';
  if (isShown) return say('page:onward', { url: afterBooking.url });
  return afterText(settings) ?? undefined;
}

/** Where the host keeps changes to themselves, the page says so instead of showing a button. */
function tooLateNotes({ refused: { cancel, move } }: OpenBooking): readonly string[] {
  return [move, cancel].flatMap((problem) =>
    problem?.kind === 'too-late' ? [tooLateWords(problem.change, problem.minutes)] : [],
  );
}

function stateOf({ status, endsAt }: Booking, now: number, hasMoved: boolean): BookingState {
  if (status === 'cancelled' || status === 'declined' || status === 'expired') return status;
  if (status === 'showed' || status === 'no_show' || endsAt.getTime() <= now) return 'over';
  if (status === 'pending') return 'requested';
  return hasMoved ? 'moved' : 'booked';
}
