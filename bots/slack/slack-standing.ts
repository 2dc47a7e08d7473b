import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { Env } from '../../src/config/env.js';
import { say } from '../../src/language/say.js';
import { slackFailure } from './slack-failure.js';
import { SlackClient } from './slack.client.js';

type Refused = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/** Whether Slack takes the tokens that it is shown, as it turns out once the product runs. */
@Injectable()
export class SlackStanding {
  private readonly logger = new Logger(SlackStanding.name);
  private readonly complaints = new Map<Refused, string>();

  constructor(
    private readonly env: Env,
    private readonly slack: SlackClient,
  ) {
    if (env.slack?.tenancy.kind !== 'one') return;
    slack.follow(({ refusal }) => {
      if (refusal === null) this.complaints.delete('SLACK_BOT_TOKEN');
      else this.refused('SLACK_BOT_TOKEN', refusal);
    });
  }

  /** What whoever runs the product has to mend; null as far as we know of nothing. */
  get complaint(): string | null {
    return this.complaints.size === 0 ? null : [...this.complaints.values()].join(' ');
  }

  /** Every workspace that installs the app brings a token that has just been made. */
  async askForBot(): Promise<void> {
    if (this.env.slack?.tenancy.kind !== 'one') return;
    try {
      await this.slack.call({ workspace: '', method: 'auth.test', with: {} }, z.unknown());
    } catch (error) {
      this.logger.warn({ err: error }, 'Slack does not say whether it takes SLACK_BOT_TOKEN.');
    }
  }

  /** The connection could not be opened. */
  connectionFailed(error: unknown): void {
    const { refusal } = slackFailure(error);
    if (refusal === null) this.logger.error({ err: error }, 'Slack could not be reached.');
    else this.refused('SLACK_APP_TOKEN', refusal);
  }

  private refused(variable: Refused, code: string): void {
    const sentence = say(`slack:refused.${variable}`, { code });
    if (this.complaints.get(variable) === sentence) return;
    this.complaints.set(variable, sentence);
    this.logger.error(sentence);
  }
}
