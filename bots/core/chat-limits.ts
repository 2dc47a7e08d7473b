import { Injectable } from '@nestjs/common';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { say } from '../../src/language/say.js';
import { RateLimiter } from '../../src/shared/limits/rate-limiter.js';
import { type Message, sentences } from './message.js';

/** Whether somebody is heard; those who are not are told once, and then in vain. */
export type Hearing = 'heard' | 'unheard' | { readonly notice: Message };

/** Keeps one person, or one program in a person's name, from taking all of the assistant's time. */
@Injectable()
export class ChatLimits {
  constructor(private readonly limiter: RateLimiter) {}

  async hearing({ platform, workspace, userKey }: Omit<ChatPerson, 'name'>): Promise<Hearing> {
    const person = `${platform} ${workspace} ${userKey}`;
    if (await this.limiter.allows('chatWords', person)) return 'heard';
    const isTold = await this.limiter.allows('chatNotice', person);
    return isTold ? { notice: sentences(say('commands:slowDown')) } : 'unheard';
  }
}
