import { Injectable } from '@nestjs/common';
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { Assistant } from '../../core/assistant.js';
import { ChatLimits } from '../../core/chat-limits.js';
import { typedCommand } from '../command-text.parser.js';
import { SLACK, slackPerson } from '../slack-address.js';
import { type AnswerPlace, SlackAnswers } from '../slack-answers.js';
import { SlackPersons } from '../slack-persons.js';
import { SlackPlatform } from '../slack.platform.js';
import { type SlackTurn, workspaceOf } from '../slack-turn.js';
import { SlackWindowTurns } from '../slack-window-turns.js';
import { type Shown, SlackWork } from '../slack-work.js';

const commandSchema = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  user_name: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string(),
});

interface GivenCommand extends SlackTurn {
  /** `/schedule set duration 45`. */
  readonly line: string;
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** Hears commands: in a window where they ask for one, else in words that only their giver sees. */
@Injectable()
export class CommandListeners {
  constructor(
    private readonly assistant: Assistant,
    private readonly platform: SlackPlatform,
    private readonly persons: SlackPersons,
    private readonly turns: SlackWindowTurns,
    private readonly answers: SlackAnswers,
    private readonly limits: ChatLimits,
    private readonly work: SlackWork,
  ) {}

  listen(app: App): void {
    app.command(/^\//, async ({ ack, body, context }) => {
      await ack();
      const { command, text, ...given } = commandSchema.parse(body);
      await this.work.run(() =>
        this.heed({
          ...{ workspace: workspaceOf(context), userKey: given.user_id, name: given.user_name },
          ...{ key: `command ${given.trigger_id}`, line: typedCommand(command, text) },
          ...{ triggerId: given.trigger_id, responseUrl: given.response_url },
        }),
      );
    });
  }

  private async heed(given: GivenCommand): Promise<void> {
    const hearing = await this.limits.hearing({ platform: SLACK, ...given });
    if (hearing === 'unheard') return;
    const response = { url: given.responseUrl };
    const place: AnswerPlace = { kind: 'response', response, person: slackPerson(given) };
    if (hearing !== 'heard') {
      const notice = (): Promise<void> => this.answers.say(place, hearing.notice);
      await this.work.once(given, () => Promise.resolve(notice));
      return;
    }
    const form = this.assistant.formAskedFor(given.line);
    await this.turns.heed(given, { form, place, answer: (where) => this.answer(given, where) });
  }

  private async answer(given: GivenCommand, place: AnswerPlace): Promise<Shown> {
    const { platform } = this;
    const person = await this.persons.of(given);
    const said = await this.assistant.hear({ person, platform, text: given.line });
    return () => this.answers.say(place, said);
  }
}
