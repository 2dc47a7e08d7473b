import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { Env } from '../config/env.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { Clock } from '../shared/clock.js';
import { AttendeeMail } from './mail/attendee-mail.service.js';
import { BookingMailJob } from './mail/booking-mail.job.js';
import { MailDelivery } from './mail/delivery/mail-delivery.service.js';
import { ReminderMailJob } from './mail/reminder-mail.job.js';
import { CutOffMailJob } from './mail/cut-off/cut-off-mail.job.js';
import { DueReminders } from './reminders/due-reminders.service.js';
import { DueRemindersJob } from './reminders/due-reminders.job.js';
import { ReminderReceipts } from './reminders/reminder-receipts.service.js';
import { ReminderRefusals } from './reminders/reminder-refusals.service.js';
import { FindLinks } from './mail/find-links.service.js';
import { FormerHostMailJob } from './mail/former-host/former-host-mail.job.js';
import { ForgetMailJob } from './mail/forget-mail.job.js';
import { KeptMail } from './mail/delivery/kept-mail.service.js';
import { MailFolder } from './mail/delivery/mail-folder.provider.js';
import { MailLimits } from './mail/delivery/mail-limits.service.js';
import { MailOut } from './mail/delivery/mail-out.js';
import { MailStatus } from './mail/delivery/mail-status.js';
import { RefusalMailJob } from './mail/refusal-mail.job.js';
import { RefusedAddresses } from './mail/delivery/refused-addresses.service.js';
import { SmtpMailOut } from './mail/delivery/smtp.provider.js';
import { BookingReports } from './messages/booking-reports.service.js';
import { Receipts } from './receipts.service.js';

/** Mail leaves through the operator's server, or stays in the data folder. */
function mailOut(env: Env, kept: KeptMail, clock: Clock): MailOut {
  const { smtpUrl: url, mailFrom } = env;
  return url === null
    ? new MailFolder({ kept, mailFrom }, clock)
    : new SmtpMailOut({ url, mailFrom }, clock);
}

@Module({
  imports: [AuditModule, BookingsModule, CalendarsModule, JobsModule],
  providers: [
    ...[
      AttendeeMail,
      BookingMailJob,
      BookingReports,
      CutOffMailJob,
      FindLinks,
      ForgetMailJob,
      FormerHostMailJob,
      KeptMail,
      MailDelivery,
    ],
    ...[MailLimits, MailStatus, Receipts, RefusalMailJob, RefusedAddresses],
    ...[DueReminders, DueRemindersJob, ReminderMailJob, ReminderReceipts, ReminderRefusals],
    { provide: MailOut, useFactory: mailOut, inject: [Env, KeptMail, Clock] },
  ],
  exports: [
    AttendeeMail,
    BookingReports,
    FindLinks,
    MailOut,
    Receipts,
    ReminderReceipts,
    ReminderRefusals,
  ],
})
export class NotificationsModule {}
