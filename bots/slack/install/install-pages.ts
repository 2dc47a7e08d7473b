import type { ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { HTTPReceiverOptions } from '@slack/bolt';
import { Env } from '../../../src/config/env.js';
import type { SlackSettings } from '../../../src/config/slack-settings.js';
import { PageShell } from '../../../src/booking-page/page-shell.js';
import { renderPage } from '../../../src/booking-page/render.js';
import { MessageView } from '../../../src/booking-page/views/message.view.js';
import { say } from '../../../src/language/say.js';
import { securityHeaders } from '../../../src/shared/http/security-headers.js';
import { BOT_SCOPES } from '../manifest/scopes.js';
import { InstallStates } from './install-states.js';
import { Installations } from './installations.js';

export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

/** What somebody sees who installs the app in a workspace. */
interface Told {
  readonly status: number;
  readonly what: 'installed' | 'declined' | 'failed';
}

/** The way by which a workspace installs the app; there is none where only one is served. */
@Injectable()
export class InstallPages {
  constructor(
    private readonly env: Env,
    private readonly states: InstallStates,
    private readonly installations: Installations,
    private readonly shell: PageShell,
  ) {}

  options({ tenancy, apiUrl, authorizeUrl }: SlackSettings): Partial<HTTPReceiverOptions> {
    if (tenancy.kind === 'one') return {};
    const { clientId, clientSecret } = tenancy;
    return {
      ...{ clientId, clientSecret, scopes: [...BOT_SCOPES] },
      ...{ installationStore: this.installations, redirectUri: this.redirectUri },
      installerOptions: {
        ...{ directInstall: true, stateStore: this.states, installPath: INSTALL_PATH },
        ...{ redirectUriPath: REDIRECT_PATH, authorizationUrl: authorizeUrl },
        clientOptions: { slackApiUrl: apiUrl },
        callbackOptions: {
          success: (_installation, _options, _request, response) =>
            this.tell(response, { status: 200, what: 'installed' }),
          failure: (_error, _options, { url = '' }, response) => {
            const why = new URL(url, this.redirectUri).searchParams.get('error');
            const what = why === 'access_denied' ? 'declined' : 'failed';
            this.tell(response, { status: 400, what });
          },
        },
      },
    };
  }

  private get redirectUri(): string {
    return `${this.env.publicUrl}${REDIRECT_PATH}`;
  }

  private tell(response: ServerResponse, { status, what }: Told): void {
    const isSecure = this.env.publicUrl.startsWith('https:');
    const view = MessageView({
      shell: this.shell.of(),
      message: {
        ...{ kind: 'said', isGood: what === 'installed' },
        title: say(`slack:install.${what}.title`),
        text: say(`slack:install.${what}.text`),
      },
    });
    response.writeHead(status, {
      ...securityHeaders({ method: 'GET', route: REDIRECT_PATH, isSecure }),
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.end(renderPage(view));
  }
}
