import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AvailabilityModule } from '../availability/availability.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { HostsModule } from '../hosts/hosts.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { AffectedBookings } from './affected/affected-bookings.service.js';
import { BlocksController } from './affected/blocks.controller.js';
import { HostHoursController } from './affected/host-hours.controller.js';
import { OverridesController } from './affected/overrides.controller.js';
import { AffectedQuestions } from './affected/affected-questions.service.js';
import { LinkAccounts } from './accounts/link-accounts.service.js';
import { UnlinkAccount } from './accounts/unlink-account.service.js';
import { AttendeeEraser } from './personal-data/attendee-eraser.js';
import { ForgetToldJob } from './personal-data/forget-told.job.js';
import { ForgetAttendee } from './personal-data/forget-attendee.service.js';
import { OwnData } from './personal-data/own-data.service.js';
import { AttendeeBookings } from './appointments/attendee-bookings.repository.js';
import { AnswerProposal } from './other-times/answer-proposal.service.js';
import { Appointments } from './appointments/appointments.repository.js';
import { AttendeeAnswersController } from './other-times/attendee-answers.controller.js';
import { AppointmentsController } from './appointments/appointments.controller.js';
import { BookingAnswers } from './booking-answers.service.js';
import { AskToMove } from './other-times/ask-to-move.service.js';
import { BookingHistory } from './history/booking-history.js';
import { BookingLimits } from './booking-limits.service.js';
import { BookingOffer } from './booking-offer.js';
import { BookingRepository } from './booking.repository.js';
import { BookingTransaction } from './booking-transaction.js';
import { BookingsController } from './bookings.controller.js';
import { CancelBooking } from './cancel-booking.service.js';
import { ChangeHold } from './holds/change-hold.service.js';
import { ChooseTimes } from './holds/choose-times.service.js';
import { ExtendHold } from './holds/extend-hold.service.js';
import { ChangeBooking } from './change-booking.service.js';
import { ConfirmBooking } from './approval/confirm-booking.service.js';
import { CreateBooking } from './create-booking.service.js';
import { DeleteCalendarController } from './delete-calendar.controller.js';
import { DeleteCalendar } from './delete-calendar.service.js';
import { AttendanceLists } from './attendance/attendance-lists.service.js';
import { AttendanceListsJob } from './attendance/attendance-lists.job.js';
import { DeclineBooking } from './approval/decline-booking.service.js';
import { HandOverCalendar } from './handover/hand-over-calendar.service.js';
import { HandoverFit } from './handover/handover-fit.service.js';
import { GivenUpTimes } from './other-times/given-up-times.js';
import { HeldTimes } from './holds/held-times.repository.js';
import { HoldLimits } from './holds/hold-limits.service.js';
import { HoldTime } from './holds/hold-time.service.js';
import { HostBookingsController } from './host-bookings.controller.js';
import { HostQueue } from './host-queue.js';
import { KeepTime } from './other-times/keep-time.service.js';
import { Lapses } from './lapses.js';
import { ManageAccess } from './manage/manage-access.service.js';
import { ManageBookingController } from './manage/manage-booking.controller.js';
import { ManageLinks } from './manage/manage-links.service.js';
import { MarkAttendance } from './attendance/mark-attendance.service.js';
import { MoveBooking } from './move-booking.service.js';
import { MoveOffer } from './move-offer.service.js';
import { ProposeTimes } from './other-times/propose-times.service.js';
import { ReservationsController } from './holds/reservations.controller.js';
import { RefusedStart } from './refused-start.service.js';
import { RequestRules } from './request-rules.service.js';
import { ReleaseHold } from './holds/release-hold.service.js';
import { UndecidedBookings } from './affected/undecided-bookings.service.js';
import { ViewBooking } from './manage/view-booking.service.js';
import { VisitorHolds } from './holds/visitor-holds.repository.js';
import { WithdrawMove } from './other-times/withdraw-move.service.js';
import { WaitingRequestsJob } from './approval/waiting-requests.job.js';
import { WaitingRequests } from './approval/waiting-requests.service.js';

const operations = [
  AffectedBookings,
  AnswerProposal,
  AffectedQuestions,
  AskToMove,
  Appointments,
  AttendanceLists,
  AttendeeBookings,
  ForgetAttendee,
  LinkAccounts,
  UnlinkAccount,
  OwnData,
  BookingHistory,
  BookingLimits,
  BookingOffer,
  BookingRepository,
  CancelBooking,
  ChooseTimes,
  ConfirmBooking,
  CreateBooking,
  DeleteCalendar,
  DeclineBooking,
  HandOverCalendar,
  ExtendHold,
  HeldTimes,
  HoldTime,
  KeepTime,
  ManageAccess,
  ManageLinks,
  MarkAttendance,
  MoveBooking,
  ProposeTimes,
  RequestRules,
  ReleaseHold,
  UndecidedBookings,
  ViewBooking,
  WaitingRequests,
  WithdrawMove,
];

/** What they are made of. */
const parts = [
  AttendanceListsJob,
  AttendeeEraser,
  BookingAnswers,
  BookingTransaction,
  ChangeBooking,
  HandoverFit,
  ChangeHold,
  MoveOffer,
  ForgetToldJob,
  GivenUpTimes,
  HoldLimits,
  HostQueue,
  Lapses,
  RefusedStart,
  VisitorHolds,
  WaitingRequestsJob,
];

@Module({
  imports: [AuditModule, AvailabilityModule, CalendarsModule, HostsModule, JobsModule],
  controllers: [
    AppointmentsController,
    AttendeeAnswersController,
    BookingsController,
    DeleteCalendarController,
    BlocksController,
    HostHoursController,
    OverridesController,
    HostBookingsController,
    ManageBookingController,
    ReservationsController,
  ],
  providers: [...operations, ...parts],
  exports: operations,
})
export class BookingsModule {}
