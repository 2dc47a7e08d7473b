import { Injectable } from '@nestjs/common';
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { Assistant } from '../../core/assistant.js';
import { ChatLimits } from '../../core/chat-limits.js';
import { typedText } from '../command-text.parser.js';
import { Uninstall } from '../install/uninstall.js';
import { SLACK, slackChannel } from '../slack-address.js';
import { type AnswerPlace, SlackAnswers } from '../slack-answers.js';
import { SlackPersons } from '../slack-persons.js';
import { SlackPlatform } from '../slack.platform.js';
import { eventTurn, workspaceOf } from '../slack-turn.js';
import { NOTHING_SHOWN, type Shown, SlackWork, unseen } from '../slack-work.js';

/** What a person writes with a file, in a thread for all to see, and with `/me`. */
const WRITTEN = ['file_share', 'thread_broadcast', 'me_message'] as const;

/** What a person wrote: neither a program, nor an edit, nor a notice of Slack's. */
const wordsSchema = z.object({
  channel_type: z.literal('im'),
  channel: z.string(),
  user: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  bot_id: z.undefined().optional(),
  subtype: z.enum(WRITTEN).optional(),
});

type Words = z.output<typeof wordsSchema>;

/** Hears what people write to it alone, and what becomes of it in a workspace. */
@Injectable()
export class EventListeners {
  constructor(
    private readonly assistant: Assistant,
    private readonly platform: SlackPlatform,
    private readonly persons: SlackPersons,
    private readonly answers: SlackAnswers,
    private readonly limits: ChatLimits,
    private readonly uninstall: Uninstall,
    private readonly work: SlackWork,
  ) {}

  listen(app: App): void {
    app.event('message', async ({ event, body, context }) => {
      const words = wordsSchema.safeParse(event);
      if (!words.success) return;
      const workspace = workspaceOf(context);
      const place = placeOf(workspace, words.data);
      await this.work.once(
        eventTurn(workspace, body),
        () => this.hear(words.data, { workspace, place }),
        () => this.answers.sorry(place),
      );
    });
    app.event('app_uninstalled', async ({ body, context }) => {
      const workspace = workspaceOf(context);
      await this.work.once(
        eventTurn(workspace, body),
        unseen(() => this.uninstall.run(workspace)),
      );
    });
    app.event('tokens_revoked', async ({ event, body, context }) => {
      if (!event.tokens.bot?.length) return;
      const workspace = workspaceOf(context);
      await this.work.once(
        eventTurn(workspace, body),
        unseen(() => this.uninstall.run(workspace)),
      );
    });
  }

  private async hear({ user, text }: Words, { workspace, place }: Where): Promise<Shown> {
    const { platform } = this;
    const hearing = await this.limits.hearing({ platform: SLACK, workspace, userKey: user });
    if (hearing === 'unheard') return NOTHING_SHOWN;
    if (hearing !== 'heard') return () => this.answers.say(place, hearing.notice);
    const person = await this.persons.of({ workspace, userKey: user, name: '' });
    const answer = await this.assistant.hear({ person, platform, text: typedText(text) });
    return () => this.answers.say(place, answer);
  }
}

interface Where {
  readonly workspace: string;
  readonly place: AnswerPlace;
}

const placeOf = (workspace: string, { channel, thread_ts: thread }: Words): AnswerPlace => ({
  ...{ kind: 'direct', channel: slackChannel(workspace, channel, '') },
  ...(thread === undefined ? {} : { thread }),
});
