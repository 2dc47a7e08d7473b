import { Injectable } from '@nestjs/common';
import { HostingRules } from '../../src/hosts/hosting-rules.service.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { say } from '../../src/language/say.js';
import type { ChatPlatform } from './chat-platform.js';
import { type Message, sentences } from './message.js';

/** Decides who may have calendars: what an admin said comes first, then what the platform says. */
@Injectable()
export class HostingPermission {
  constructor(private readonly rules: HostingRules) {}

  /** Null when they may; else a refusal that says whom to ask. */
  async refusal(person: ChatPerson, platform: ChatPlatform): Promise<Message | null> {
    const { isAdmin, mayHost, admins } = await platform.profileOf(person);
    const isAllowed = isAdmin || ((await this.rules.rulingOn(person)) ?? mayHost);
    return isAllowed ? null : sentences(say('people:hosting.refused', { admins }));
  }
}
