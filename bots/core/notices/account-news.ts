import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../../src/database/database.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { Identities } from '../../../src/hosts/identities.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { newUid } from '../../../src/shared/random.js';
import { CHAT_RETRIES } from '../chat-retries.js';
import { ChatPlatforms } from '../chat-platforms.js';
import { Deliveries } from '../deliveries.js';
import { sentences } from '../message.js';

/** An account is to be told what another one of its host did. */
const accountNews = {
  name: 'account.news',
  schema: z.object({ newsId: z.string(), identityId: z.uuid(), sentence: z.string() }),
};

/** Tells the accounts of a host what another of them did, also where a platform is away for a while. */
@Injectable()
export class AccountNews implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly identities: Identities,
    private readonly platforms: ChatPlatforms,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: accountNews,
      queue: 'account-news',
      retries: CHAT_RETRIES,
      handle: (news) => this.tellOne(news),
    });
  }

  tell(accounts: readonly ChatIdentity[], sentence: string): Promise<void> {
    return this.database.write(async (entities) => {
      for (const { id: identityId } of accounts)
        await this.jobs.publish(entities, accountNews, { newsId: newUid(), identityId, sentence });
    });
  }

  private async tellOne({
    newsId,
    identityId,
    sentence,
  }: z.infer<typeof accountNews.schema>): Promise<void> {
    const account = await this.identities.find(identityId);
    if (!account) return;
    const { platform } = account;
    await this.deliveries.once({ platform, key: `account news ${newsId}` }, async () => {
      await this.platforms.get(platform).tell(account, sentences(sentence));
    });
  }
}
