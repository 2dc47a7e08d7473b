import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { Availability } from './availability.service.js';
import { BusyRepository } from './busy.repository.js';
import { FreeTimes } from './free-times.service.js';
import { NextTimes } from './next-times.js';
import { SlotsController } from './slots.controller.js';

@Module({
  imports: [CalendarsModule],
  controllers: [SlotsController],
  providers: [Availability, BusyRepository, FreeTimes, NextTimes],
  exports: [Availability, FreeTimes, NextTimes],
})
export class AvailabilityModule {}
