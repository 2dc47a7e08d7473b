import { Injectable } from '@nestjs/common';
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { say } from '../../../src/language/say.js';
import { Assistant } from '../../core/assistant.js';
import { ChatLimits, slowDown } from '../../core/chat-limits.js';
import type { FilledForm } from '../../core/forms/form.js';
import { sentences } from '../../core/message.js';
import { fieldErrors, filledFormOf } from '../form.parser.js';
import { FORM_CALLBACK } from '../ids.parser.js';
import { SLACK, slackPerson } from '../slack-address.js';
import { SlackAnswers, type WindowPlace } from '../slack-answers.js';
import { SlackPersons } from '../slack-persons.js';
import { SlackPlatform } from '../slack.platform.js';
import { workspaceOf } from '../slack-turn.js';
import { SlackWork, unseen } from '../slack-work.js';
import { waitingModal, wordsModal } from '../view.renderer.js';

const viewSchema = z.object({
  user: z.object({ id: z.string(), username: z.string().optional(), name: z.string().optional() }),
  view: z.looseObject({ id: z.string(), hash: z.string() }),
});

type SentView = z.output<typeof viewSchema>;

interface Given extends SentView {
  readonly workspace: string;
  readonly form: FilledForm;
}

/** Hears windows that are handed in or closed. */
@Injectable()
export class ViewListeners {
  constructor(
    private readonly assistant: Assistant,
    private readonly platform: SlackPlatform,
    private readonly persons: SlackPersons,
    private readonly answers: SlackAnswers,
    private readonly limits: ChatLimits,
    private readonly work: SlackWork,
  ) {}

  listen(app: App): void {
    app.view(
      { callback_id: FORM_CALLBACK, type: 'view_submission' },
      async ({ ack, body, context }) => {
        const sent = viewSchema.parse(body);
        const form = filledFormOf(sent.view);
        const errors = form && fieldErrors(sent.view, this.assistant.checkForm(form));
        if (!form) {
          const words = wordsModal(sentences(say('forms:unknown')));
          return ack({ response_action: 'update', view: words });
        }
        if (errors && Object.keys(errors).length > 0) {
          return ack({ response_action: 'errors', errors });
        }
        const view = waitingModal(say('slack:waiting.title'), say('slack:waiting.saving'));
        await ack({ response_action: 'update', view });
        await this.work.run(() => this.submit({ ...sent, workspace: workspaceOf(context), form }));
      },
    );
    app.view(
      { callback_id: FORM_CALLBACK, type: 'view_closed' },
      async ({ ack, body, context }) => {
        await ack();
        const sent = viewSchema.parse(body);
        const form = filledFormOf(sent.view);
        if (!form) return;
        await this.work.run(() => this.leave({ ...sent, workspace: workspaceOf(context), form }));
      },
    );
  }

  /** What is handed in twice, by a second press or by Slack, is one. */
  private async submit(given: Given): Promise<void> {
    const { workspace, view, form } = given;
    const window = { workspace, viewId: view.id, view };
    const place: WindowPlace = { kind: 'window', window, person: slackPerson(named(given)) };
    const hearing = await this.limits.heeding({ platform: SLACK, ...named(given) });
    // Whoever is not heard has a window before them that waits.
    if (hearing !== 'heard') return this.answers.say(place, slowDown());
    return this.work.once(
      { workspace, key: `submit ${view.id} ${view.hash}` },
      async () => {
        const { platform } = this;
        const person = await this.persons.of(named(given));
        const answer = await this.assistant.submitForm({ person, platform, form });
        return async () => {
          await this.answers.show(place, answer);
        };
      },
      () => this.answers.sorry(place),
    );
  }

  private leave(given: Given): Promise<void> {
    const { workspace, view, form } = given;
    const leave = async (): Promise<void> => {
      const person = await this.persons.of(named(given));
      await this.assistant.leaveForm({ person, platform: this.platform, form });
    };
    return this.work.once({ workspace, key: `closed ${view.id}` }, unseen(leave));
  }
}

const named = ({ workspace, user }: Given) => ({
  ...{ workspace, userKey: user.id, name: user.username ?? user.name ?? '' },
});
