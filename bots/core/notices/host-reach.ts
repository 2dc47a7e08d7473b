import { Injectable } from '@nestjs/common';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { isHome } from '../../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import { Database } from '../../../src/database/database.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { Identities } from '../../../src/hosts/identities.service.js';
import { type ReceiptPlace, Receipts } from '../../../src/notifications/receipts.service.js';
import { ChatPlatforms } from '../chat-platforms.js';
import type { Message } from '../message.js';
import { LostWorkspaces } from '../workspaces/lost-workspaces.js';

/** Tells people in their direct messages what concerns a booking, and notes what became of it. */
@Injectable()
export class HostReach {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly identities: Identities,
    private readonly platforms: ChatPlatforms,
    private readonly receipts: Receipts,
    private readonly lost: LostWorkspaces,
  ) {}

  /** The host where they made the calendar; elsewhere, where that workspace took the assistant out. */
  async hostOf({
    hostId,
    calendarId,
  }: Pick<Booking, 'hostId' | 'calendarId'>): Promise<ChatIdentity | undefined> {
    const known = await this.identities.ofHost(hostId);
    const present = await this.presentOf(known);
    const accounts = present.length > 0 ? present : known;
    const home = await this.database.read((em) => this.calendars.findById(em, calendarId));
    return accounts.find((account) => home && isHome(home, account)) ?? accounts[0];
  }

  /** An account of the host where they can be told something now; undefined when there is none. */
  async present(hostId: string): Promise<ChatIdentity | undefined> {
    const present = await this.presentOf(await this.identities.ofHost(hostId));
    return present.find(({ platform }) => this.platforms.isConnected(platform));
  }

  async tell(person: ChatIdentity, message: Message, place: ReceiptPlace): Promise<void> {
    const delivery = await this.platforms.get(person.platform).tell(person, message);
    await this.receipts.note({
      ...place,
      state: delivery.ok ? 'handed_over' : 'failed',
      why: delivery.ok ? null : delivery.problem.sentence,
    });
  }

  private async presentOf(accounts: readonly ChatIdentity[]): Promise<ChatIdentity[]> {
    const isLost = await Promise.all(accounts.map((account) => this.lost.isLost(account)));
    return accounts.filter((_, index) => !isLost[index]);
  }
}

/** How receipts name hosts in chat. */
export const nameOf = ({ platform, name }: ChatIdentity): string => `${platform} ${name}`;
