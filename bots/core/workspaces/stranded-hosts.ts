import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type CalendarConfiguration,
  isHome,
} from '../../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import { PauseCalendar } from '../../../src/calendars/pause-calendar.service.js';
import { Database } from '../../../src/database/database.js';
import { HostEmail } from '../../../src/hosts/host-email.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { MailOut } from '../../../src/notifications/mail/delivery/mail-out.js';
import { hostCutOff } from '../../../src/notifications/mail/cut-off/host-cut-off.js';
import { Deliveries } from '../deliveries.js';
import { HostReach } from '../notices/host-reach.js';
import { LostWorkspaces } from './lost-workspaces.js';
import { hostStranded, type StrandedHost } from './stranded.js';

/**
 * What becomes of the calendars that are at home where the assistant was taken out. Whoever hears of
 * bookings another way keeps them open; the others are paused, so that nobody books a time of which
 * its host never learns. Nothing else of theirs is touched.
 */
@Injectable()
export class StrandedHosts implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly deliveries: Deliveries,
    private readonly lost: LostWorkspaces,
    private readonly calendars: CalendarRepository,
    private readonly pauses: PauseCalendar,
    private readonly emails: HostEmail,
    private readonly mailOut: MailOut,
    private readonly reach: HostReach,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: hostStranded,
      queue: 'stranded-hosts',
      handle: (host) => this.strand(host),
    });
  }

  /** Once for each loss; not at all when the workspace is back by now. */
  async strand(host: StrandedHost): Promise<void> {
    const { platform, hostId, lossId } = host;
    await this.deliveries.once({ platform, key: `stranded ${lossId} ${hostId}` }, async () => {
      const isReached = await this.isReached(hostId);
      await this.database.asOne(async (entities) => {
        if (!(await this.lost.holds(entities, lossId))) return;
        const all = await this.calendars.ofHost(entities, hostId);
        const here = all.filter((calendar) => isHome(calendar, host));
        if (here.length === 0) return;
        if (!isReached) await this.pause(here);
        await this.jobs.publish(entities, hostCutOff, { ...host, isPaused: !isReached });
      });
    });
  }

  /** By mail, if mail leaves this machine at all, or by another account. */
  private async isReached(hostId: string): Promise<boolean> {
    const isMailed = this.mailOut.isSending && (await this.emails.of(hostId)) !== null;
    return isMailed || (await this.reach.present(hostId)) !== undefined;
  }

  private async pause(calendars: readonly CalendarConfiguration[]): Promise<void> {
    for (const calendar of calendars) await this.pauses.pauseByLoss(calendar);
  }
}
