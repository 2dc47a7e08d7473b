import { Injectable } from '@nestjs/common';
import type { App } from '@slack/bolt';
import { Assistant } from '../../core/assistant.js';
import { actionIn, type HeardAction } from '../action.parser.js';
import { SlackAnswers } from '../slack-answers.js';
import { SlackPersons } from '../slack-persons.js';
import { SlackPlatform } from '../slack.platform.js';
import { workspaceOf } from '../slack-turn.js';
import { SlackWindowTurns } from '../slack-window-turns.js';
import { SlackWork } from '../slack-work.js';

interface Given extends HeardAction {
  readonly workspace: string;
  readonly key: string;
}

/** Hears buttons, selects, and the fields of windows that are heard at once. */
@Injectable()
export class ActionListeners {
  constructor(
    private readonly assistant: Assistant,
    private readonly platform: SlackPlatform,
    private readonly persons: SlackPersons,
    private readonly turns: SlackWindowTurns,
    private readonly answers: SlackAnswers,
    private readonly work: SlackWork,
  ) {}

  listen(app: App): void {
    app.action(/.*/s, async ({ ack, body, context }) => {
      await ack();
      const workspace = workspaceOf(context);
      const heard = actionIn(body, workspace);
      if (!heard) return;
      const given = { ...heard, workspace, key: `action ${heard.triggerId}` };
      await this.work.run(() => this.heed(given));
    });
  }

  private async heed(given: Given): Promise<void> {
    const { press, place } = given;
    const form = press.kind === 'button' ? this.assistant.formForPress(press.button) : null;
    await this.turns.heed(given, { form, place, answer: () => this.answer(given) });
  }

  private async answer(given: Given): Promise<void> {
    const { press, place } = given;
    const { platform } = this;
    const person = await this.persons.of(given);
    switch (press.kind) {
      case 'button': {
        const { button } = press;
        return this.answers.say(place, await this.assistant.press({ person, platform, button }));
      }
      case 'choice': {
        const choice = { person, platform, ...press.chosen };
        return this.answers.say(place, await this.assistant.choose(choice));
      }
      case 'field': {
        if (place.kind !== 'window') return;
        const { filled: form, fieldId } = press;
        const changed = await this.assistant.changeForm({ person, platform, form, fieldId });
        return this.answers.show(place.window, changed);
      }
    }
  }
}
