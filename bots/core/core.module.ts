import { Module } from '@nestjs/common';
import { AvailabilityModule } from '../../src/availability/availability.module.js';
import { BookingsModule } from '../../src/bookings/bookings.module.js';
import { CalendarsModule } from '../../src/calendars/calendars.module.js';
import { HostsModule } from '../../src/hosts/hosts.module.js';
import { JobsModule } from '../../src/jobs/jobs.module.js';
import { NotificationsModule } from '../../src/notifications/notifications.module.js';
import { AffectedBookingsQuestion } from './affected-bookings-question.js';
import { AffectedPress } from './affected-press.js';
import { AccountNews } from './account-news.js';
import { Assistant } from './assistant.js';
import { BookingProblemWords } from './booking-problem-words.js';
import { BookingCardReader } from './cards/booking-card-facts.js';
import { CalendarCardReader } from './cards/calendar-card-facts.js';
import { HandoverQuestions } from './cards/handover-questions.js';
import { CardPainter } from './card-painter.js';
import { ChangedBooking } from './changed-booking.js';
import { ChatPlatforms } from './chat-platforms.js';
import { ChatStatus } from './chat-status.js';
import { BookingChoice } from './commands/booking-choice.js';
import { BookingTools } from './commands/booking-command.js';
import { CommandList, COMMANDS, MadeCommands } from './commands/command-list.js';
import type { Command } from './commands/command.js';
import { CurrentCalendar } from './commands/current-calendar.js';
import { HostZone } from './commands/host-zone.js';
import { NextTimesNews } from './commands/next-times-news.js';
import { TimeOffChange } from './commands/time-off-change.js';
import { Confirmations } from './dialogues/confirmations.js';
import { Conversations } from './dialogues/conversations.js';
import { Dialogues } from './dialogues/dialogues.repository.js';
import { HandoverPress } from './handover-press.js';
import { DayAttendance } from './day-attendance.js';
import { HostNudges } from './host-nudges.js';
import { HostReach } from './host-reach.js';
import { Presses } from './presses.js';
import { RemindersInChat } from './reminders-in-chat.js';
import { RefusalNotices } from './refusal-notices.js';
import { UndoPress } from './undo-press.js';
import { AttendeePresses } from './attendee-presses.js';
import { ForgottenReplies } from './forgotten-replies.js';
import { ForgetTalk } from './commands/forget-talk.js';
import { OwnAnswers } from './commands/own-answers.js';
import { OwnBookings } from './commands/own-bookings.js';
import { PersonFinder } from './commands/person-finder.js';
import { BookingFactsReader } from './dialogues/booking-facts-reader.js';
import { BookingTalk } from './dialogues/booking-talk.js';
import { BookingWriter } from './dialogues/booking-writer.js';
import { CancelTalk } from './dialogues/cancel-talk.js';
import { DirectTalk } from './dialogues/direct-talk.js';
import { OfferedTimes } from './dialogues/offered-times.js';
import { OtherTimeReader } from './dialogues/other-time-reader.js';
import { OtherTimeTalk } from './dialogues/other-time-talk.js';
import { TalkHolds } from './dialogues/talk-holds.js';
import { Talks } from './dialogues/talks.js';

/** The assistant without any platform. */
@Module({
  imports: [
    AvailabilityModule,
    BookingsModule,
    CalendarsModule,
    HostsModule,
    JobsModule,
    NotificationsModule,
  ],
  providers: [
    ...COMMANDS,
    {
      provide: MadeCommands,
      useFactory: (...commands: Command[]) => new MadeCommands(commands),
      inject: [...COMMANDS],
    },
    ForgetTalk,
    ...[CancelTalk, OfferedTimes, OtherTimeReader, OtherTimeTalk, OwnAnswers, TalkHolds, Talks],
    ...[AttendeePresses, BookingFactsReader, BookingTalk, BookingWriter, DirectTalk, OwnBookings],
    ...[Assistant, BookingCardReader, BookingChoice, BookingProblemWords, BookingTools],
    ...[CalendarCardReader, DayAttendance, HostNudges, HostReach, PersonFinder, RemindersInChat],
    ...[AccountNews, ForgottenReplies, RefusalNotices],
    ...[
      CardPainter,
      ChangedBooking,
      ChatPlatforms,
      ChatStatus,
      CommandList,
      Confirmations,
      Conversations,
      CurrentCalendar,
    ],
    ...[AffectedBookingsQuestion, AffectedPress, HandoverPress, UndoPress],
    ...[Dialogues, HandoverQuestions, HostZone, NextTimesNews, Presses, TimeOffChange],
  ],
  exports: [Assistant, ChatPlatforms],
})
export class CoreModule {}
