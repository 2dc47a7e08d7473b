import { Module } from '@nestjs/common';
import { HostsModule } from '../hosts/hosts.module.js';
import { AlertChannels } from './alert-channels.service.js';
import { CalendarLinks } from './calendar-links.service.js';
import { CalendarRepository } from './calendar.repository.js';
import { CalendarsController } from './calendars.controller.js';
import { ChangeSettings } from './change-settings.service.js';
import { CreateCalendar } from './create-calendar.service.js';
import { HostHandovers } from './host-handover.service.js';
import { PauseCalendar } from './pause-calendar.service.js';
import { TimeOff } from './time-off.service.js';
import { UndoSettings } from './undo-settings.service.js';

const services = [
  AlertChannels,
  CalendarLinks,
  CalendarRepository,
  ChangeSettings,
  CreateCalendar,
  HostHandovers,
  PauseCalendar,
  TimeOff,
  UndoSettings,
];

@Module({
  imports: [HostsModule],
  controllers: [CalendarsController],
  providers: services,
  exports: services,
})
export class CalendarsModule {}
