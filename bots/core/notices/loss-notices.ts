import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Appointments } from '../../../src/bookings/appointments/appointments.repository.js';
import { BookingCalendar } from '../../../src/calendars/booking-calendar.entity.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import { Database } from '../../../src/database/database.js';
import type { Workspace } from '../../../src/hosts/hosting-rules.service.js';
import { Identities } from '../../../src/hosts/identities.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import {
  type CutOffHost,
  hostCutOff,
} from '../../../src/notifications/mail/cut-off/host-cut-off.js';
import { Clock } from '../../../src/shared/clock.js';
import { lossCard, regainedCard } from '../cards/loss.card.js';
import { ChatPlatforms } from '../chat-platforms.js';
import { CHAT_RETRIES } from '../chat-retries.js';
import { Deliveries } from '../deliveries.js';
import { LostWorkspaces } from '../workspaces/lost-workspaces.js';
import { hostRegained, type RegainedHost } from '../workspaces/stranded.js';
import { HostReach } from './host-reach.js';

/** Tells hosts in chat that a workspace took the assistant out, or has it again; each time once. */
@Injectable()
export class LossNotices implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly appointments: Appointments,
    private readonly identities: Identities,
    private readonly platforms: ChatPlatforms,
    private readonly deliveries: Deliveries,
    private readonly reach: HostReach,
    private readonly lost: LostWorkspaces,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: hostCutOff,
      queue: 'loss-notices',
      retries: CHAT_RETRIES,
      handle: (host) => this.tellElsewhere(host),
    });
    this.jobs.subscribe({
      event: hostRegained,
      queue: 'return-notices',
      retries: CHAT_RETRIES,
      handle: (host) => this.tellAgain(host),
    });
  }

  /** Where else they have an account; nowhere, if they have none, or the workspace is back by now. */
  async tellElsewhere(host: CutOffHost): Promise<void> {
    const { lossId, hostId, place } = host;
    if (!(await this.lost.isLost(host))) return;
    const account = await this.reach.present(hostId);
    if (!account) return;
    const { platform } = account;
    const standing = await this.database.read((entities) =>
      this.appointments.countUpcoming(entities, hostId, this.clock.now()),
    );
    await this.deliveries.once({ platform, key: `lost ${lossId} ${hostId}` }, async () => {
      await this.platforms.get(platform).tell(account, lossCard(place, standing));
    });
  }

  /** What waits for them to be resumed; nobody is told when they did so by themselves. */
  async tellAgain({ lossId, hostId, platform, workspace }: RegainedHost): Promise<void> {
    const paused = await this.pausedOf(hostId, { platform, workspace });
    if (paused.length === 0) return;
    const accounts = await this.identities.ofHost(hostId);
    for (const account of accounts) {
      if (account.platform !== platform || account.workspace !== workspace) continue;
      const key = `regained ${lossId} ${account.id}`;
      await this.deliveries.once({ platform, key }, async () => {
        await this.platforms.get(platform).tell(account, regainedCard(paused));
      });
    }
  }

  private async pausedOf(hostId: string, { platform, workspace }: Workspace) {
    const home = { homePlatform: platform, homeWorkspace: workspace };
    const rows = await this.database.read((entities) =>
      entities.find(BookingCalendar, { hostId, ...home, isPausedByLoss: true, deletedAt: null }),
    );
    const ids = new Set(rows.map(({ id }) => id));
    const all = await this.database.read((em) => this.calendars.ofHost(em, hostId));
    return all.filter(({ id }) => ids.has(id));
  }
}
