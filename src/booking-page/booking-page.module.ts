import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AvailabilityModule } from '../availability/availability.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OpenApiModule } from '../openapi/openapi.module.js';
import { ApiDocsController } from './site/api-docs.controller.js';
import { Assets } from './assets.js';
import { AssetsController } from './assets.controller.js';
import { BookingDoor } from './manage/booking-door.service.js';
import { BookingFormController } from './details/booking-form.controller.js';
import { BookingStories } from './manage/booking-story.service.js';
import { CalendarFileController } from './manage/calendar-file.controller.js';
import { CalendarDoor } from './calendar-door.service.js';
import { CancelPageController } from './manage/cancel-page.controller.js';
import { DetailsForm } from './details/details-form.js';
import { DetailsPageController } from './details/details-page.controller.js';
import { DonePageController } from './embed/done-page.controller.js';
import { FindPageController } from './site/find-page.controller.js';
import { HoldFormController } from './details/hold-form.controller.js';
import { HostDoor } from './site/host-door.service.js';
import { HostPageController } from './site/host-page.controller.js';
import { ManagePageController } from './manage/manage-page.controller.js';
import { MonthPageController } from './month/month-page.controller.js';
import { OfferedTime } from './month/offered-time.service.js';
import { PageFilter } from './page-filter.js';
import { PageShell } from './page-shell.js';
import { AnswerFormsController } from './manage/answer-forms.controller.js';
import { ProblemPagesController } from './site/problem-pages.controller.js';
import { RemindersPageController } from './site/reminders-page.controller.js';
import { RescheduleFormController } from './manage/reschedule-form.controller.js';
import { RescheduleList } from './manage/reschedule-list.service.js';
import { ReschedulePageController } from './manage/reschedule-page.controller.js';
import { RescheduleQuestion } from './manage/reschedule-question.service.js';
import { SiteController } from './site/site.controller.js';
import { TimePicker } from './month/time-picker.service.js';

/** The pages for people. Comes after every module whose routes answer programs, see `PageFilter`. */
@Module({
  imports: [
    AvailabilityModule,
    BookingsModule,
    CalendarsModule,
    NotificationsModule,
    OpenApiModule,
  ],
  controllers: [
    ...[ApiDocsController, AssetsController, SiteController, HostPageController],
    ...[MonthPageController, DetailsPageController, HoldFormController, BookingFormController],
    DonePageController,
    ...[ManagePageController, ReschedulePageController, RescheduleFormController],
    AnswerFormsController,
    ...[CancelPageController, CalendarFileController, FindPageController],
    ...[RemindersPageController, ProblemPagesController],
  ],
  providers: [
    ...[Assets, PageShell, CalendarDoor, BookingDoor, BookingStories, HostDoor],
    ...[TimePicker, OfferedTime, DetailsForm, RescheduleList],
    RescheduleQuestion,
    { provide: APP_FILTER, useClass: PageFilter },
  ],
  exports: [PageShell],
})
export class BookingPageModule {}
