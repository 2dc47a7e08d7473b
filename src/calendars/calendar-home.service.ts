import { Injectable } from '@nestjs/common';
import { HostingPermission } from '../hosts/hosting-permission.js';
import { Identities } from '../hosts/identities.service.js';
import { ProblemError } from '../shared/problem.js';
import { type CalendarConfiguration, isHome } from './calendar-configuration.js';

/**
 * The workspace in which a calendar is at home says whether its host may open it, by whichever of
 * their linked accounts, or whose key, they ask.
 */
@Injectable()
export class CalendarHome {
  constructor(
    private readonly identities: Identities,
    private readonly permission: HostingPermission,
  ) {}

  /** Null when they may; else whom to ask. Without an account there, the one that asks counts. */
  async refusal(calendar: CalendarConfiguration, askingIdentityId: string): Promise<string | null> {
    const accounts = await this.identities.ofHost(calendar.host.id);
    const asking = accounts.find(({ id }) => id === askingIdentityId) ?? accounts[0];
    const judged = accounts.find((account) => isHome(calendar, account)) ?? asking;
    if (!judged) return null;
    return this.permission.refusal(judged, judged === asking ? 'here' : 'there');
  }

  /** @throws ProblemError `forbidden`, which says whom to ask. */
  async demand(calendar: CalendarConfiguration, askingIdentityId: string): Promise<void> {
    const detail = await this.refusal(calendar, askingIdentityId);
    if (detail !== null) throw new ProblemError({ name: 'forbidden', detail });
  }
}
