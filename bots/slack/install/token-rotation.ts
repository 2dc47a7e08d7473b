import { Injectable, Logger } from '@nestjs/common';
import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { Env } from '../../../src/config/env.js';
import { Clock } from '../../../src/shared/clock.js';
import { SecretBox } from '../../../src/shared/secret-box.js';
import { boltLogger } from '../bolt-logger.js';
import { slackFailure } from '../slack-failure.js';
import type { SlackInstallation } from './slack-installation.entity.js';
import { tokenPlace } from './token-place.js';

const renewedSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  /** Seconds. */
  expires_in: z.number(),
});

/** How long Slack may take to answer, in milliseconds. */
const TIMEOUT = 10_000;

/** The operator's mistake, which ends when they mend it. */
const OURS = /^(?:invalid_client_id|bad_client_secret)$/;

/** What became of it: a new token, none now, or none ever. */
export type Renewal = 'renewed' | 'away' | 'refused';

/** Exchanges a token that ends soon for a new one. */
@Injectable()
export class TokenRotation {
  private readonly logger = new Logger(TokenRotation.name);

  constructor(
    private readonly env: Env,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Changes the row, which its caller has locked; the token that was stays unless there is a new one. */
  async renew(installation: SlackInstallation): Promise<Renewal> {
    const { slack } = this.env;
    const { workspace, refreshToken } = installation;
    if (slack?.tenancy.kind !== 'many' || !refreshToken) return 'refused';
    const { clientId, clientSecret } = slack.tenancy;
    const web = new WebClient(undefined, {
      ...{ slackApiUrl: slack.apiUrl, timeout: TIMEOUT, logger: boltLogger(this.logger) },
      ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    });
    try {
      const answer = await web.apiCall('oauth.v2.access', {
        ...{ client_id: clientId, client_secret: clientSecret, grant_type: 'refresh_token' },
        refresh_token: this.box.open(refreshToken, tokenPlace('refresh_token', workspace)),
      });
      this.take(installation, renewedSchema.parse(answer));
      return 'renewed';
    } catch (error) {
      return this.failed(workspace, error);
    }
  }

  private failed(workspace: string, error: unknown): Renewal {
    const { refusal } = slackFailure(error);
    if (refusal === null) {
      this.logger.warn({ err: error }, `Slack gave no new token for ${workspace} yet.`);
      return 'away';
    }
    if (OURS.test(refusal)) {
      this.logger.error(`Slack refuses SLACK_CLIENT_ID or SLACK_CLIENT_SECRET (${refusal}).`);
      return 'away';
    }
    this.logger.error(
      `Slack renews the token of ${workspace} no more (${refusal}). The app has to be installed there again.`,
    );
    return 'refused';
  }

  private take(
    installation: SlackInstallation,
    { access_token, refresh_token, expires_in }: z.output<typeof renewedSchema>,
  ): void {
    const { workspace } = installation;
    installation.botToken = this.box.seal(access_token, tokenPlace('bot_token', workspace));
    installation.refreshToken = this.box.seal(
      refresh_token,
      tokenPlace('refresh_token', workspace),
    );
    installation.expiresAt = new Date(this.clock.now() + expires_in * 1_000);
  }
}
