import { Injectable } from '@nestjs/common';
import { Delegates } from '../../src/hosts/delegates.service.js';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import { say } from '../../src/language/say.js';
import { RateLimiter } from '../../src/shared/limits/rate-limiter.js';
import { type Message, sentences } from './message.js';

/** Whether somebody is heard; those who are not are told once, and then in vain. */
export type Hearing = 'heard' | 'unheard' | { readonly notice: Message };

type Who = Omit<ChatPerson, 'name'>;

/** What is said to somebody who is not heard, also where they were told before. */
export const slowDown = (): Message => sentences(say('commands:slowDown'));

/** Keeps one person, or one program in a person's name, from taking all of the assistant's time. */
@Injectable()
export class ChatLimits {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly identities: Identities,
    private readonly delegates: Delegates,
  ) {}

  /** Of commands and words. */
  async hearing(who: Who): Promise<Hearing> {
    return (await this.hears(who)) ? 'heard' : this.unheard(who);
  }

  /** Of what nobody waits for an answer to: there is no place to tell them that they are not heard. */
  hears(who: Who): Promise<boolean> {
    return this.limiter.allows('chatWords', keyOf(who));
  }

  /**
   * Of presses and forms. Whoever takes bookings has many to answer at times; that they do is looked up
   * only when they press more than others may.
   */
  async heeding(who: Who): Promise<Hearing> {
    if (await this.limiter.allows('chatPresses', keyOf(who))) return 'heard';
    return (await this.takesBookings(who)) ? 'heard' : this.unheard(who);
  }

  private async takesBookings(who: Who): Promise<boolean> {
    const known = await this.identities.known({ ...who, name: '' });
    return known !== null && (await this.delegates.hostsOf(known)).length > 0;
  }

  private async unheard(who: Who): Promise<Hearing> {
    const isTold = await this.limiter.allows('chatNotice', keyOf(who));
    return isTold ? { notice: slowDown() } : 'unheard';
  }
}

const keyOf = ({ platform, workspace, userKey }: Who): string =>
  `${platform} ${workspace} ${userKey}`;
