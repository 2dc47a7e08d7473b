import { Module } from '@nestjs/common';
import { AuditModule } from '../../src/audit/audit.module.js';
import { AvailabilityModule } from '../../src/availability/availability.module.js';
import { BookingsModule } from '../../src/bookings/bookings.module.js';
import { CalendarsModule } from '../../src/calendars/calendars.module.js';
import { HostsModule } from '../../src/hosts/hosts.module.js';
import { JobsModule } from '../../src/jobs/jobs.module.js';
import { NotificationsModule } from '../../src/notifications/notifications.module.js';
import { AffectedBookingsQuestion } from './affected-bookings-question.js';
import { AffectedPress } from './presses/affected-press.js';
import { AccountNews } from './notices/account-news.js';
import { Assistant } from './assistant.js';
import { BookingProblemWords } from './booking-problem-words.js';
import { BookingCardReader } from './cards/booking-card-facts.js';
import { CalendarCardReader } from './cards/calendar-card-facts.js';
import { HandoverQuestions } from './cards/handover-questions.js';
import { Forms, MadeForms } from './forms/forms.js';
import { FORMS } from './forms/form-list.js';
import type { FormScript } from './forms/form-script.js';
import { FormTools } from './forms/form-tools.js';
import { CalendarForms } from './forms/calendar-forms.js';
import { TimesPreview } from './forms/times-preview.js';
import { CardPainter } from './painting/card-painter.js';
import { CardPlaces } from './painting/card-places.js';
import { ChangedBooking } from './painting/changed-booking.js';
import { Deliveries } from './deliveries.js';
import { ChatPlatforms } from './chat-platforms.js';
import { ChatLimits } from './chat-limits.js';
import { ChatStatus } from './chat-status.js';
import { BookingChoice } from './commands/bookings/booking-choice.js';
import { NameableBookings } from './commands/bookings/nameable-bookings.js';
import { BookingTools } from './commands/bookings/booking-command.js';
import { WhichBooking } from './commands/bookings/which-booking.js';
import { OpenQuestions } from './commands/bookings/open-questions.js';
import { SetupProposals } from './commands/calendar/setup-proposals.js';
import { SettingChanger } from './commands/settings/setting-changer.js';
import { CommandRunner } from './commands/command-runner.js';
import { CommandList, COMMANDS, MadeCommands } from './commands/command-list.js';
import type { Command } from './commands/command.js';
import { CurrentCalendar } from './commands/current-calendar.js';
import { HostZone } from './commands/host-zone.js';
import { ActingHost } from './commands/acting-host.js';
import { NamedPeople } from './commands/named-people.js';
import { NextTimesNews } from './commands/next-times-news.js';
import { TimeOffChange } from './commands/off/time-off-change.js';
import { BookedReader } from './dashboard/booked-reader.js';
import { Dashboard } from './dashboard/dashboard.js';
import { Homes } from './dashboard/homes.js';
import { LinkPreview } from './links/link-preview.js';
import { SilentChannels } from './painting/silent-channels.js';
import { Confirmations } from './dialogues/confirmations.js';
import { Conversations } from './dialogues/conversations.js';
import { Dialogues } from './dialogues/dialogues.repository.js';
import { HandoverPress } from './presses/handover-press.js';
import { DayAttendance } from './notices/day-attendance.js';
import { HostNudges } from './notices/host-nudges.js';
import { HostReach } from './notices/host-reach.js';
import { LossNotices } from './notices/loss-notices.js';
import { LostWorkspaces } from './workspaces/lost-workspaces.js';
import { StrandedHosts } from './workspaces/stranded-hosts.js';
import { PaintingTurns } from './painting/painting-turns.js';
import { Presses } from './presses/presses.js';
import { RemindersInChat } from './notices/reminders-in-chat.js';
import { TravelOffers } from './notices/travel-offers.js';
import { RefusalNotices } from './notices/refusal-notices.js';
import { TravelPress } from './presses/travel-press.js';
import { UndoPress } from './presses/undo-press.js';
import { AttendeePresses } from './presses/attendee-presses.js';
import { ForgottenReplies } from './painting/forgotten-replies.js';
import { ForgetTalk } from './commands/book/forget-talk.js';
import { OwnAnswers } from './commands/book/own-answers.js';
import { BookingOrders } from './commands/book/booking-orders.js';
import { OwnBookings } from './commands/book/own-bookings.js';
import { PressedBookings } from './commands/book/pressed-bookings.js';
import { PersonFinder } from './commands/book/person-finder.js';
import { DetailsTurn } from './forms/booking/details-turn.js';
import { TimeTurn } from './forms/booking/time-turn.js';
import { BookingPages } from './forms/booking/booking-pages.js';
import { BookingFactsReader } from './dialogues/booking/booking-facts-reader.js';
import { BookingTalk } from './dialogues/booking/booking-talk.js';
import { BookingWriter } from './dialogues/booking/booking-writer.js';
import { CancelTalk } from './dialogues/cancel/cancel-talk.js';
import { DirectTalk } from './dialogues/booking/direct-talk.js';
import { OfferedTimes } from './dialogues/other-time/offered-times.js';
import { OtherTimeReader } from './dialogues/other-time/other-time-reader.js';
import { MoveHolds } from './dialogues/move-holds.js';
import { OtherTimeTalk } from './dialogues/other-time/other-time-talk.js';
import { TalkHolds } from './dialogues/booking/talk-holds.js';
import { Talks } from './dialogues/talks.js';

/** The assistant without any platform. */
@Module({
  imports: [
    AuditModule,
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
    ...FORMS,
    {
      provide: MadeForms,
      useFactory: (...scripts: FormScript[]) => new MadeForms(scripts),
      inject: [...FORMS],
    },
    ...[CommandRunner, Forms, FormTools, SettingChanger, SetupProposals, TimesPreview],
    CalendarForms,
    ForgetTalk,
    ...[BookedReader, Dashboard, Homes, LinkPreview, SilentChannels],
    ...[BookingOrders, BookingPages, DetailsTurn, PressedBookings, TimeTurn],
    ...[
      CancelTalk,
      MoveHolds,
      OfferedTimes,
      OtherTimeReader,
      OtherTimeTalk,
      OwnAnswers,
      TalkHolds,
      Talks,
    ],
    ...[AttendeePresses, BookingFactsReader, BookingTalk, BookingWriter, DirectTalk, OwnBookings],
    ...[
      ActingHost,
      Assistant,
      BookingCardReader,
      BookingChoice,
      NameableBookings,
      WhichBooking,
      BookingProblemWords,
      BookingTools,
      OpenQuestions,
    ],
    ...[
      CalendarCardReader,
      DayAttendance,
      HostNudges,
      HostReach,
      NamedPeople,
      PersonFinder,
      RemindersInChat,
    ],
    ...[AccountNews, ForgottenReplies, RefusalNotices, TravelOffers],
    ...[LossNotices, LostWorkspaces, StrandedHosts],
    ...[
      CardPainter,
      CardPlaces,
      ChangedBooking,
      ChatLimits,
      ChatPlatforms,
      ChatStatus,
      CommandList,
      Confirmations,
      Conversations,
      CurrentCalendar,
    ],
    ...[AffectedBookingsQuestion, AffectedPress, HandoverPress, TravelPress, UndoPress],
    ...[Deliveries, Dialogues, HandoverQuestions, HostZone, NextTimesNews, PaintingTurns],
    ...[Presses, TimeOffChange],
  ],
  exports: [Assistant, ChatLimits, ChatPlatforms, Deliveries, LostWorkspaces, TravelOffers],
})
export class CoreModule {}
