import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AvailabilityModule } from '../availability/availability.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { HostsModule } from '../hosts/hosts.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { AffectedBookings } from './affected-bookings.service.js';
import { AffectedQuestions } from './affected-questions.service.js';
import { ForgetAttendee } from './forget-attendee.service.js';
import { OwnData } from './own-data.service.js';
import { AttendeeBookings } from './attendee-bookings.repository.js';
import { AnswerProposal } from './answer-proposal.service.js';
import { Appointments } from './appointments.repository.js';
import { AttendeeAnswersController } from './attendee-answers.controller.js';
import { AppointmentsController } from './appointments.controller.js';
import { BookingAnswers } from './booking-answers.service.js';
import { AskToMove } from './ask-to-move.service.js';
import { BookingHistory } from './booking-history.js';
import { BookingLimits } from './booking-limits.service.js';
import { BookingOffer } from './booking-offer.js';
import { BookingRepository } from './booking.repository.js';
import { BookingTransaction } from './booking-transaction.js';
import { BookingsController } from './bookings.controller.js';
import { CancelBooking } from './cancel-booking.service.js';
import { ChangeHold } from './change-hold.service.js';
import { ExtendHold } from './extend-hold.service.js';
import { ChangeBooking } from './change-booking.service.js';
import { ConfirmBooking } from './confirm-booking.service.js';
import { CreateBooking } from './create-booking.service.js';
import { DeleteCalendarController } from './delete-calendar.controller.js';
import { DeleteCalendar } from './delete-calendar.service.js';
import { AttendanceLists } from './attendance-lists.service.js';
import { AttendanceListsJob } from './attendance-lists.job.js';
import { DeclineBooking } from './decline-booking.service.js';
import { HandOverCalendar } from './hand-over-calendar.service.js';
import { HandoverFit } from './handover-fit.service.js';
import { GivenUpTimes } from './given-up-times.js';
import { HeldTimes } from './held-times.repository.js';
import { HoldLimits } from './hold-limits.service.js';
import { HoldTime } from './hold-time.service.js';
import { HostBookingsController } from './host-bookings.controller.js';
import { HostQueue } from './host-queue.js';
import { KeepTime } from './keep-time.service.js';
import { Lapses } from './lapses.js';
import { ManageAccess } from './manage-access.service.js';
import { ManageBookingController } from './manage-booking.controller.js';
import { ManageLinks } from './manage-links.service.js';
import { MarkAttendance } from './mark-attendance.service.js';
import { MoveBooking } from './move-booking.service.js';
import { OneTimeLinks } from './one-time-links.service.js';
import { ProposeTimes } from './propose-times.service.js';
import { ReservationsController } from './reservations.controller.js';
import { RefusedStart } from './refused-start.service.js';
import { RequestRules } from './request-rules.service.js';
import { ReleaseHold } from './release-hold.service.js';
import { ViewBooking } from './view-booking.service.js';
import { VisitorHolds } from './visitor-holds.repository.js';
import { WithdrawMove } from './withdraw-move.service.js';
import { WaitingRequestsJob } from './waiting-requests.job.js';
import { WaitingRequests } from './waiting-requests.service.js';

const operations = [
  AffectedBookings,
  AnswerProposal,
  AffectedQuestions,
  AskToMove,
  Appointments,
  AttendanceLists,
  AttendeeBookings,
  ForgetAttendee,
  OwnData,
  BookingHistory,
  BookingLimits,
  BookingOffer,
  BookingRepository,
  CancelBooking,
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
  OneTimeLinks,
  ProposeTimes,
  RequestRules,
  ReleaseHold,
  ViewBooking,
  WaitingRequests,
  WithdrawMove,
];

/** What they are made of. */
const parts = [
  AttendanceListsJob,
  BookingAnswers,
  BookingTransaction,
  ChangeBooking,
  HandoverFit,
  ChangeHold,
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
    HostBookingsController,
    ManageBookingController,
    ReservationsController,
  ],
  providers: [...operations, ...parts],
  exports: operations,
})
export class BookingsModule {}
