import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { BotsModule } from '../bots/bots.module.js';
import { AvailabilityModule } from './availability/availability.module.js';
import { BookingPageModule } from './booking-page/booking-page.module.js';
import { BookingsModule } from './bookings/bookings.module.js';
import { CalendarsModule } from './calendars/calendars.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Env } from './config/env.js';
import { DatabaseModule } from './database/database.module.js';
import { HostsModule } from './hosts/hosts.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { HttpModule } from './shared/http/http.module.js';
import { SharedModule } from './shared/shared.module.js';

/** What the product is made of. The only file in src that knows the chat platforms. */
@Module({})
export class AppModule {
  static with(env: Env): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(env),
        ScheduleModule.forRoot(),
        SharedModule,
        HttpModule,
        DatabaseModule,
        HostsModule,
        CalendarsModule,
        AvailabilityModule,
        BookingsModule,
        OperationsModule,
        BookingPageModule,
        BotsModule.with(env),
      ],
    };
  }
}
