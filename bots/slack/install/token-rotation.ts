import { Injectable } from '@nestjs/common';
import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { Env } from '../../../src/config/env.js';
import { Clock } from '../../../src/shared/clock.js';
import { Fault } from '../../../src/shared/fault.js';
import { SecretBox } from '../../../src/shared/secret-box.js';
import type { SlackInstallation } from './slack-installation.entity.js';
import { tokenPlace } from './token-place.js';

const renewedSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  /** Seconds. */
  expires_in: z.number(),
});

/** Exchanges a token that ends soon for a new one. */
@Injectable()
export class TokenRotation {
  constructor(
    private readonly env: Env,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Changes the row, which its caller has locked. @throws Fault `slack-away`; the token that was stays. */
  async renew(installation: SlackInstallation): Promise<void> {
    const { slack } = this.env;
    const { workspace, refreshToken } = installation;
    if (slack?.tenancy.kind !== 'many' || !refreshToken) return;
    const { clientId, clientSecret } = slack.tenancy;
    const web = new WebClient(undefined, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 1 },
    });
    const answer = await web
      .apiCall('oauth.v2.access', {
        ...{ client_id: clientId, client_secret: clientSecret, grant_type: 'refresh_token' },
        refresh_token: this.box.open(refreshToken, tokenPlace('refresh_token', workspace)),
      })
      .catch((cause: unknown) => {
        throw new Fault('slack-away', 'Slack gave no new token.', { cause });
      });
    const { access_token, refresh_token, expires_in } = renewedSchema.parse(answer);
    installation.botToken = this.box.seal(access_token, tokenPlace('bot_token', workspace));
    installation.refreshToken = this.box.seal(
      refresh_token,
      tokenPlace('refresh_token', workspace),
    );
    installation.expiresAt = new Date(this.clock.now() + expires_in * 1_000);
  }
}
