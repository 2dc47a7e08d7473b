import { Injectable } from '@nestjs/common';
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { say } from '../../../src/language/say.js';
import { ChatLimits } from '../../core/chat-limits.js';
import { BOOK_ANYBODY, bookWith, SHARE_WISH } from '../../core/forms/shortcut-wishes.js';
import type { FormWish } from '../../core/forms/form.js';
import { sentences } from '../../core/message.js';
import { BOOK_AUTHOR, BOOK_TIME, SHARE_LINK } from '../manifest/shortcuts.js';
import { SLACK } from '../slack-address.js';
import { SlackAnswers } from '../slack-answers.js';
import { type SlackTurn, workspaceOf } from '../slack-turn.js';
import { SlackWindowTurns } from '../slack-window-turns.js';
import { SlackWork } from '../slack-work.js';

const shortcutSchema = z.object({
  callback_id: z.string(),
  trigger_id: z.string(),
  user: z.object({ id: z.string(), username: z.string().optional(), name: z.string().optional() }),
  message: z.object({ user: z.string().optional(), bot_id: z.string().nullish() }).optional(),
});

type Shortcut = z.output<typeof shortcutSchema>;

interface Given extends SlackTurn {
  readonly triggerId: string;
  /** Null where there is nothing to fill in. */
  readonly form: FormWish | null;
}

/** Hears the shortcuts, each of which opens a window. */
@Injectable()
export class ShortcutListeners {
  constructor(
    private readonly turns: SlackWindowTurns,
    private readonly answers: SlackAnswers,
    private readonly limits: ChatLimits,
    private readonly work: SlackWork,
  ) {}

  listen(app: App): void {
    app.shortcut(/.*/s, async ({ ack, body, context }) => {
      await ack();
      const shortcut = shortcutSchema.parse(body);
      const { user, trigger_id: triggerId } = shortcut;
      const name = user.username ?? user.name ?? '';
      const turn = { workspace: workspaceOf(context), userKey: user.id, name };
      const key = `shortcut ${triggerId}`;
      await this.work.run(() => this.heed({ ...turn, key, triggerId, form: wishOf(shortcut) }));
    });
  }

  private async heed(given: Given): Promise<void> {
    const hearing = await this.limits.hearing({ platform: SLACK, ...given });
    if (hearing === 'unheard') return;
    const { form } = given;
    // A window that could not open in time opens no more: its trigger is used up.
    const words =
      hearing !== 'heard'
        ? hearing.notice
        : sentences(say(form === null ? 'slack:noAuthor' : 'slack:tooLate'));
    await this.turns.heed(given, {
      form: hearing === 'heard' ? form : null,
      place: 'own-window',
      answer: (place) => Promise.resolve(() => this.answers.say(place, words)),
    });
  }
}

function wishOf({ callback_id: id, message }: Shortcut): FormWish | null {
  switch (id) {
    case SHARE_LINK:
      return SHARE_WISH;
    case BOOK_TIME:
      return BOOK_ANYBODY;
    case BOOK_AUTHOR:
      return message?.user !== undefined && !message.bot_id ? bookWith(message.user) : null;
    default:
      return null;
  }
}
