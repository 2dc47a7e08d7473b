import { Injectable, Logger } from '@nestjs/common';
import { Fault } from '../../src/shared/fault.js';
import type { Message } from '../core/message.js';
import { slackMessage } from './message.renderer.js';

/** How long Slack may take to take an answer, in milliseconds. */
const TIMEOUT = 10_000;

/** Where Slack wants the answer to a command or a press, for half an hour and five times. */
export interface ResponsePlace {
  readonly url: string;
  /** Whether the answer takes the place of the message that was pressed. */
  readonly isInstead?: boolean;
}

/** Answers that one person sees. */
@Injectable()
export class SlackResponses {
  private readonly logger = new Logger(SlackResponses.name);

  /**
   * False when the place is gone: it is over, was used too often, or the workspace has left.
   * @throws Fault `slack-away` when the same may be taken later.
   */
  async answer({ url, isInstead = false }: ResponsePlace, message: Message): Promise<boolean> {
    const body = {
      ...{ response_type: 'ephemeral', replace_original: isInstead },
      ...slackMessage(message),
    };
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT),
    }).catch((cause: unknown) => {
      throw new Fault('slack-away', 'Slack took no answer.', { cause });
    });
    if (!response.ok) this.logger.warn({ status: response.status }, 'Slack took no answer.');
    await response.body?.cancel();
    const isPassing = response.status >= 500 || response.status === 429;
    if (isPassing) throw new Fault('slack-away', `Slack took no answer: ${response.status}.`);
    return response.ok;
  }
}
