import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { HostsModule } from '../hosts/hosts.module.js';
import { AlertChannels } from './alerts/alert-channels.service.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { BookablePeople } from './bookable-people.service.js';
import { CalendarLinks } from './links/calendar-links.service.js';
import { CalendarHome } from './calendar-home.service.js';
import { CalendarRepository } from './calendar.repository.js';
import { CalendarsController } from './calendars.controller.js';
import { ChannelFinder } from './alerts/channel-finder.js';
import { ChangeSettings } from './change-settings.service.js';
import { CreateCalendar } from './create-calendar.service.js';
import { HostCalendars } from './host-api/host-calendars.service.js';
import { HostCalendarsController } from './host-api/host-calendars.controller.js';
import { DaysOff } from './time-off/days-off.service.js';
import { HostHandovers } from './host-handover.service.js';
import { OneTimeLinks } from './links/one-time-links.service.js';
import { PauseController } from './host-api/pause.controller.js';
import { PauseCalendar } from './pause-calendar.service.js';
import { RenameHost } from './rename-host.service.js';
import { TimeOff } from './time-off/time-off.service.js';
import { TimeOffChanges } from './time-off/time-off-changes.service.js';
import { UndoChanges } from './undo-changes.service.js';

const services = [
  AlertChannels,
  BookablePeople,
  CalendarHome,
  CalendarLinks,
  CalendarRepository,
  ChannelFinder,
  ChangeSettings,
  CreateCalendar,
  HostCalendars,
  DaysOff,
  HostHandovers,
  OneTimeLinks,
  PauseCalendar,
  RenameHost,
  TimeOff,
  TimeOffChanges,
  UndoChanges,
];

@Module({
  imports: [AuditModule, HostsModule],
  controllers: [AlertsController, CalendarsController, HostCalendarsController, PauseController],
  providers: services,
  exports: services,
})
export class CalendarsModule {}
