import { Injectable, Logger } from '@nestjs/common';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { ChatPlatforms } from '../chat-platforms.js';
import { sentences } from '../message.js';

/** Tells the accounts of a host what another of them did. What was done stays, told or not. */
@Injectable()
export class AccountNews {
  private readonly logger = new Logger(AccountNews.name);

  constructor(private readonly platforms: ChatPlatforms) {}

  async tell(accounts: readonly ChatIdentity[], sentence: string): Promise<void> {
    for (const account of accounts) {
      try {
        await this.platforms.get(account.platform).tell(account, sentences(sentence));
      } catch (error) {
        this.logger.warn({ err: error }, 'An account could not be told of a link.');
      }
    }
  }
}
