import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { HostsModule } from '../hosts/hosts.module.js';
import { AlertChannels } from './alert-channels.service.js';
import { AlertsController } from './alerts.controller.js';
import { BlocksController } from './blocks.controller.js';
import { BookablePeople } from './bookable-people.service.js';
import { CalendarLinks } from './calendar-links.service.js';
import { CalendarRepository } from './calendar.repository.js';
import { CalendarsController } from './calendars.controller.js';
import { ChannelFinder } from './channel-finder.js';
import { ChangeSettings } from './change-settings.service.js';
import { CreateCalendar } from './create-calendar.service.js';
import { HostCalendars } from './host-calendars.service.js';
import { HostCalendarsController } from './host-calendars.controller.js';
import { DaysOff } from './days-off.service.js';
import { HostHandovers } from './host-handover.service.js';
import { OverridesController } from './overrides.controller.js';
import { PauseController } from './pause.controller.js';
import { PauseCalendar } from './pause-calendar.service.js';
import { TimeOff } from './time-off.service.js';
import { UndoSettings } from './undo-settings.service.js';

const services = [
  AlertChannels,
  BookablePeople,
  CalendarLinks,
  CalendarRepository,
  ChannelFinder,
  ChangeSettings,
  CreateCalendar,
  HostCalendars,
  DaysOff,
  HostHandovers,
  PauseCalendar,
  TimeOff,
  UndoSettings,
];

@Module({
  imports: [AuditModule, HostsModule],
  controllers: [
    AlertsController,
    BlocksController,
    CalendarsController,
    HostCalendarsController,
    OverridesController,
    PauseController,
  ],
  providers: services,
  exports: services,
})
export class CalendarsModule {}
