import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Appointments } from '../../../bookings/appointments/appointments.repository.js';
import { isHome } from '../../../calendars/calendar-configuration.js';
import { CalendarRepository } from '../../../calendars/calendar.repository.js';
import { linkUrl } from '../../../calendars/links/link-url.js';
import { Env } from '../../../config/env.js';
import { Database } from '../../../database/database.js';
import { Jobs } from '../../../jobs/jobs.js';
import { say } from '../../../language/say.js';
import { Clock } from '../../../shared/clock.js';
import { Fault } from '../../../shared/fault.js';
import { type CutOff, cutOffMessage } from '../../messages/cut-off-message.js';
import { MailOut } from '../delivery/mail-out.js';
import type { OutgoingMail } from '../delivery/outgoing-mail.js';
import { RefusedAddresses } from '../delivery/refused-addresses.service.js';
import { senderOf } from '../delivery/sender.js';
import { shaped } from '../shaped-message.js';
import { type CutOffHost, hostCutOff } from './host-cut-off.js';

/** Mails a host, whom no message in chat reaches any more, what stands and what they can do. */
@Injectable()
export class CutOffMailJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly appointments: Appointments,
    private readonly refusedAddresses: RefusedAddresses,
    private readonly mailOut: MailOut,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: hostCutOff,
      queue: 'cut-off-mail',
      handle: (host) => this.tell(host),
    });
  }

  async tell(cutOff: CutOffHost): Promise<void> {
    const all = await this.database.read((em) => this.calendars.ofHost(em, cutOff.hostId));
    const calendars = all.filter((calendar) => isHome(calendar, cutOff));
    const [first] = calendars;
    const address = first?.host.email ?? null;
    if (!first || address === null) return;
    if ((await this.refusedAddresses.leftAloneUntil(address)) !== null) return;
    const facts = {
      ...{ hostName: first.host.name, place: cutOff.place, isPaused: cutOff.isPaused },
      standing: await this.database.read((entities) =>
        this.appointments.countUpcoming(entities, cutOff.hostId, this.clock.now()),
      ),
      calendars: calendars.map((calendar) => ({
        ...{ title: calendar.settings.title, url: linkUrl(this.env, calendar) },
      })),
    };
    const result = await this.mailOut.send(this.mail(cutOff, address, facts));
    if (result.kind === 'refused' && result.isBadAddress) await this.refusedAddresses.note(address);
    if (result.kind === 'delayed') throw new Fault('mail-delayed', result.why);
  }

  private mail({ lossId, hostId }: CutOffHost, to: string, facts: CutOff): OutgoingMail {
    return {
      messageId: `cut-off.${lossId}.${hostId}@${senderOf(this.env).domain}`,
      thread: null,
      bookingUid: null,
      fromName: say('names:product'),
      replyTo: null,
      to,
      ...shaped(cutOffMessage(facts)),
      calendar: null,
      unsubscribeUrl: null,
    };
  }
}
