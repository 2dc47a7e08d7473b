import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AvailabilityModule } from '../availability/availability.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OpenApiModule } from '../openapi/openapi.module.js';
import { ApiDocsController } from './api-docs.controller.js';
import { Assets } from './assets.js';
import { AssetsController } from './assets.controller.js';
import { BookingDoor } from './booking-door.service.js';
import { BookingFormController } from './booking-form.controller.js';
import { BookingStories } from './booking-story.service.js';
import { CalendarFileController } from './calendar-file.controller.js';
import { CalendarDoor } from './calendar-door.service.js';
import { CancelPageController } from './cancel-page.controller.js';
import { DetailsForm } from './details-form.js';
import { DetailsPageController } from './details-page.controller.js';
import { FindPageController } from './find-page.controller.js';
import { HoldFormController } from './hold-form.controller.js';
import { HostDoor } from './host-door.service.js';
import { HostPageController } from './host-page.controller.js';
import { ManagePageController } from './manage-page.controller.js';
import { MonthPageController } from './month-page.controller.js';
import { OfferedTime } from './offered-time.service.js';
import { PageFilter } from './page-filter.js';
import { PageShell } from './page-shell.js';
import { AnswerFormsController } from './answer-forms.controller.js';
import { RemindersPageController } from './reminders-page.controller.js';
import { RescheduleFormController } from './reschedule-form.controller.js';
import { RescheduleList } from './reschedule-list.service.js';
import { ReschedulePageController } from './reschedule-page.controller.js';
import { RescheduleQuestion } from './reschedule-question.service.js';
import { SiteController } from './site.controller.js';
import { TimePicker } from './time-picker.service.js';

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
    ...[ManagePageController, ReschedulePageController, RescheduleFormController],
    AnswerFormsController,
    ...[CancelPageController, CalendarFileController, FindPageController],
    RemindersPageController,
  ],
  providers: [
    ...[Assets, PageShell, CalendarDoor, BookingDoor, BookingStories, HostDoor],
    ...[TimePicker, OfferedTime, DetailsForm, RescheduleList],
    RescheduleQuestion,
    { provide: APP_FILTER, useClass: PageFilter },
  ],
})
export class BookingPageModule {}
