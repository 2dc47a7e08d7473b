import { Injectable } from '@nestjs/common';
import { say } from '../language/say.js';
import { HostingRules } from './hosting-rules.service.js';
import type { ChatPerson } from './identities.service.js';

/** What a chat platform knows of somebody who wants to have calendars. */
export interface HostingProfile {
  readonly isAdmin: boolean;
  /** Whether they may, as long as no admin has said otherwise. */
  readonly mayHost: boolean;
  /** Whom to ask, as it reads inside a sentence. */
  readonly admins: string;
}

/** Null where nobody can be asked any more. */
type ProfileOf = (person: ChatPerson) => Promise<HostingProfile | null>;

/**
 * Decides who may have calendars: what an admin said comes first, then what the platform says. Only
 * platforms know their people, and make themselves known here when they start; while one is away,
 * the word of its admins is all there is.
 */
@Injectable()
export class HostingPermission {
  private readonly platforms = new Map<string, ProfileOf>();

  constructor(private readonly rules: HostingRules) {}

  serve(platform: string, profileOf: ProfileOf): void {
    this.platforms.set(platform, profileOf);
  }

  /** Null when they may; else a sentence that says whom to ask, here or where their calendar is. */
  async refusal(person: ChatPerson, where: 'here' | 'there' = 'here'): Promise<string | null> {
    const { isAdmin, mayHost, admins } = await this.profileOf(person);
    const isAllowed = isAdmin || ((await this.rules.rulingOn(person)) ?? mayHost);
    return isAllowed ? null : say(`people:hosting.refused.${where}`, { admins });
  }

  private async profileOf(person: ChatPerson): Promise<HostingProfile> {
    const known = await this.platforms.get(person.platform)?.(person);
    return known ?? { isAdmin: false, mayHost: true, admins: say('people:hosting.anAdmin') };
  }
}
