import { Injectable } from '@nestjs/common';
import type { App } from '@slack/bolt';
import { Assistant } from '../../core/assistant.js';
import { ChatLimits, type Hearing } from '../../core/chat-limits.js';
import type { Answer } from '../../core/forms/form.js';
import { actionIn, type HeardAction } from '../action.parser.js';
import { SLACK, slackPerson } from '../slack-address.js';
import { type AnswerPlace, SlackAnswers } from '../slack-answers.js';
import { SlackPersons } from '../slack-persons.js';
import { SlackPlatform } from '../slack.platform.js';
import { workspaceOfAction } from '../slack-turn.js';
import { SlackWindowTurns } from '../slack-window-turns.js';
import { type Shown, SlackWork } from '../slack-work.js';

type Unheard = Exclude<Hearing, 'heard'>;

interface Given extends HeardAction {
  readonly workspace: string;
  readonly key: string;
}

/** Hears buttons, selects, and the fields of windows that are heard at once. */
@Injectable()
export class ActionListeners {
  /** The last change that was heard of in each open window. */
  private readonly latest = new Map<string, string>();

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
    app.action(/.*/s, async ({ ack, body, context }) => {
      await ack();
      const workspace = workspaceOfAction(context, body);
      const heard = actionIn(body, workspace);
      if (!heard) return;
      const given = { ...heard, workspace, key: `action ${heard.triggerId}` };
      await this.work.run(() => this.heed(given));
    });
  }

  private async heed(given: Given): Promise<void> {
    const { press, place } = given;
    const hearing = await this.limits.heeding({ platform: SLACK, ...given });
    if (hearing !== 'heard') return this.unheard(given, hearing);
    const form = press.kind === 'button' ? this.assistant.formForPress(press.button) : null;
    const answer = (where: AnswerPlace) => this.answer(given, where);
    await this.turns.heed(given, { form, place, answer });
  }

  private async answer({ press, ...given }: Given, place: AnswerPlace): Promise<Shown> {
    const { platform } = this;
    const person = await this.persons.of(given);
    switch (press.kind) {
      case 'button': {
        const { button } = press;
        const said = await this.assistant.press({ person, platform, button });
        return () => this.answers.say(place, said);
      }
      case 'choice': {
        const said = await this.assistant.choose({ person, platform, ...press.chosen });
        return () => this.answers.say(place, said);
      }
      case 'field': {
        const { filled: form, fieldId } = press;
        if (place.kind === 'window') this.latest.set(place.window.viewId, given.key);
        const changed = await this.assistant.changeForm({ person, platform, form, fieldId });
        return () => this.redraw(place, given.key, changed);
      }
    }
  }

  /** What they pressed, or typed into a window, stays as it is. */
  private async unheard({ place, ...given }: Given, hearing: Unheard): Promise<void> {
    if (hearing === 'unheard') return;
    const where: AnswerPlace =
      place !== 'own-window' && place.kind === 'response'
        ? { ...place, response: { url: place.response.url } }
        : { kind: 'person', person: slackPerson(given) };
    const notice = (): Promise<void> => this.answers.say(where, hearing.notice);
    await this.work.once(given, () => Promise.resolve(notice));
  }

  /** Of two changes at once the later one stands, whichever is drawn first. */
  private async redraw(place: AnswerPlace, key: string, changed: Answer): Promise<void> {
    if (place.kind !== 'window') return;
    const { viewId } = place.window;
    const isShown = await this.answers.show(place, changed);
    if (this.latest.get(viewId) !== key) return;
    this.latest.delete(viewId);
    const window = { ...place.window, hash: undefined };
    if (!isShown) await this.answers.show({ ...place, window }, changed);
  }
}
