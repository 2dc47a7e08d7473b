import { Injectable } from '@nestjs/common';
import type { HomeView } from '@slack/types';
import { z } from 'zod';
import { say } from '../../src/language/say.js';
import type { Answer } from '../core/forms/form.js';
import { type SlackAnswer, type SlackCall, SlackClient } from './slack.client.js';
import { SlackTokens } from './slack-tokens.js';
import { formModal, waitingModal, wordsModal } from './view.renderer.js';

/** What a window can be opened with: once, and within three seconds. */
export interface Trigger {
  readonly workspace: string;
  readonly triggerId: string;
}

export interface OpenWindow {
  readonly workspace: string;
  readonly viewId: string;
  /** What it shows; when it shows something else by now, it is left alone. */
  readonly hash?: string | undefined;
  /** The same as Slack sent it, with what was typed into it. */
  readonly view?: unknown;
}

/** The same request told again: another one has opened the window. */
const TWICE = 'exchanged_trigger_id';

const viewSchema = z.object({ view: z.object({ id: z.string() }) });

/** Opens windows in Slack and shows in them what is to be seen. */
@Injectable()
export class SlackWindows {
  constructor(
    private readonly slack: SlackClient,
    private readonly tokens: SlackTokens,
  ) {}

  /**
   * A window that waits, opened at once. Null when it could not be in time; `twice` when somebody else
   * has opened it for the same request.
   */
  async openWaiting({ workspace, triggerId }: Trigger): Promise<OpenWindow | 'twice' | null> {
    const view = waitingModal(say('slack:waiting.title'), say('slack:waiting.opening'));
    const call = { workspace, method: 'views.open', with: { trigger_id: triggerId, view } };
    const opened = await this.callAtOnce(call).catch(() => null);
    if (!opened) return null;
    if (opened.ok) return { workspace, viewId: opened.value.view.id };
    return opened.problem.code === TWICE ? 'twice' : null;
  }

  /** By the token that is known; when Slack no longer takes it, by the one that is looked up. */
  private async callAtOnce(call: SlackCall) {
    const token = this.tokens.knownTokenOf(call.workspace);
    if (token === null) return this.slack.call(call, viewSchema);
    const answer = await this.slack.call({ ...call, token }, viewSchema);
    const isLost = !answer.ok && this.tokens.knownTokenOf(call.workspace) === null;
    return isLost ? this.slack.call(call, viewSchema) : answer;
  }

  /** A window that was closed meanwhile, or shows something newer, is left alone. */
  show(open: OpenWindow, answer: Answer): Promise<SlackAnswer<unknown>> {
    const { workspace, viewId, hash } = open;
    const view =
      answer.kind === 'form' ? formModal(answer.form, open.view) : wordsModal(answer.message);
    const shown = { view_id: viewId, view, ...(hash === undefined ? {} : { hash }) };
    return this.slack.call({ workspace, method: 'views.update', with: shown }, z.unknown());
  }

  publishHome(workspace: string, userKey: string, view: HomeView): Promise<SlackAnswer<unknown>> {
    const home = { user_id: userKey, view };
    return this.slack.call({ workspace, method: 'views.publish', with: home }, z.unknown());
  }
}
