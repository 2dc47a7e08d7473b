import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  bookingsForgotten,
  type ForgottenBookings,
} from '../../../src/bookings/personal-data/bookings-forgotten.js';
import type { ChannelAddress } from '../../../src/calendars/create-calendar.service.js';
import { Database } from '../../../src/database/database.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { say } from '../../../src/language/say.js';
import { CardReply } from './card-reply.entity.js';
import { ChatPlatforms } from '../chat-platforms.js';
import { CHAT_RETRIES } from '../chat-retries.js';
import { sentences } from '../message.js';

interface StandingReply extends ChannelAddress {
  readonly id: string;
  readonly reference: string;
}

/** Takes the name and the reasons of whoever is forgotten out of the replies under the cards. */
@Injectable()
export class ForgottenReplies implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly platforms: ChatPlatforms,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: bookingsForgotten,
      queue: 'forget-replies',
      retries: CHAT_RETRIES,
      handle: (forgotten) => this.forget(forgotten),
    });
  }

  /** One after the other, each noted at once: a job that comes again goes on with the rest. */
  async forget({ bookings }: ForgottenBookings): Promise<void> {
    const ids = bookings.map(({ id }) => id).join(',');
    const replies = await this.database.read((entities) =>
      entities.execute<StandingReply[]>(STANDING, [ids]),
    );
    const message = sentences(say('cards:reply.forgotten'));
    for (const reply of replies) {
      await this.platforms.get(reply.platform).edit(reply, reply.reference, message);
      await this.database.single((entities) =>
        entities.nativeUpdate(CardReply, { id: reply.id }, { reference: null }),
      );
    }
  }
}

const STANDING = `
  select reply.id, reply.reference,
         card.platform, card.workspace, card.channel, card.channel_name as "channelName"
    from card_reply reply join posted_card card on card.id = reply.posted_card_id
   where card.booking_id = any (string_to_array(?, ',')::uuid[]) and reply.reference is not null
   order by reply.created_at, reply.id`;
