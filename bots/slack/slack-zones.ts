import { Injectable } from '@nestjs/common';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { TravelOffers } from '../core/notices/travel-offers.js';
import { SlackWork } from './slack-work.js';

/** Of so many people at most it is kept in mind. */
const MOST_KEPT = 5_000;

/** Notices in which zone Slack has somebody, and says so once for each change. */
@Injectable()
export class SlackZones {
  private readonly noticed = new Map<string, string>();

  constructor(
    private readonly offers: TravelOffers,
    private readonly work: SlackWork,
  ) {}

  /** Nobody waits for what comes of it. */
  notice(person: ChatPerson, zone: string | undefined): void {
    const key = `${person.workspace} ${person.userKey}`;
    if (zone === undefined || this.noticed.get(key) === zone) return;
    this.keep(key, zone);
    void this.work.run(async () => {
      try {
        await this.offers.offerTravelZone(person, zone);
      } catch (error) {
        this.noticed.delete(key);
        throw error;
      }
    });
  }

  /** The longest known go first. */
  private keep(key: string, zone: string): void {
    this.noticed.delete(key);
    this.noticed.set(key, zone);
    const [first] = this.noticed.keys();
    if (this.noticed.size > MOST_KEPT && first !== undefined) this.noticed.delete(first);
  }
}
