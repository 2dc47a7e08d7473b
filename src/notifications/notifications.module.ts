import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { Env } from '../config/env.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { Clock } from '../shared/clock.js';
import { BookingMailJob } from './mail/booking-mail.job.js';
import { FindLinks } from './mail/find-links.service.js';
import { MailFolder } from './mail/mail-folder.provider.js';
import { MailLimits } from './mail/mail-limits.service.js';
import { MailOut } from './mail/mail-out.js';
import { SmtpMailOut } from './mail/smtp.provider.js';
import { BookingReports } from './messages/booking-reports.service.js';
import { Receipts } from './receipts.service.js';

/** Mail leaves through the operator's server, or stays in the data folder. */
function mailOut(env: Env, clock: Clock): MailOut {
  const { smtpUrl: url, mailFrom, dataDir } = env;
  return url === null
    ? new MailFolder({ dataDir, mailFrom }, clock)
    : new SmtpMailOut({ url, mailFrom }, clock);
}

@Module({
  imports: [BookingsModule, CalendarsModule, JobsModule],
  providers: [
    ...[BookingMailJob, BookingReports, FindLinks, MailLimits, Receipts],
    { provide: MailOut, useFactory: mailOut, inject: [Env, Clock] },
  ],
  exports: [BookingReports, FindLinks, MailOut, Receipts],
})
export class NotificationsModule {}
