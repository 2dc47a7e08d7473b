import { Injectable } from '@nestjs/common';
import type { App } from '@slack/bolt';
import { Assistant } from '../../core/assistant.js';
import type { FormWish } from '../../core/forms/form.js';
import { actionIn, type HeardAction } from '../action.parser.js';
import { type AnswerPlace, SlackAnswers } from '../slack-answers.js';
import { SlackPersons } from '../slack-persons.js';
import { SlackPlatform } from '../slack.platform.js';
import { workspaceOf } from '../slack-turn.js';
import { type OpenWindow, SlackWindows } from '../slack-windows.js';
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
    private readonly windows: SlackWindows,
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

  /** A window has to open before anything is looked up; then the press is heeded once. */
  private async heed(given: Given): Promise<void> {
    const { press } = given;
    const form = press.kind === 'button' ? this.assistant.formForPress(press.button) : null;
    const opened = form && (await this.windowFor(given));
    const isSecond = opened === 'twice';
    const window = isSecond ? null : opened;
    const place: AnswerPlace = window ? { kind: 'window', window } : given.place;
    await this.work.once(
      { ...given, isSecond },
      () => (form && window ? this.open(given, form, window) : this.answer(given)),
      () => this.answers.sorry(place),
    );
  }

  /** The one in which it was pressed, or a new one. */
  private windowFor({ place, ...trigger }: Given): Promise<OpenWindow | 'twice' | null> {
    if (place.kind === 'window') return Promise.resolve(place.window);
    return this.windows.openWaiting(trigger);
  }

  private async open(given: Given, form: FormWish, window: OpenWindow): Promise<void> {
    const { platform } = this;
    const person = await this.persons.of(given);
    await this.answers.show(window, await this.assistant.openForm({ person, platform, form }));
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
