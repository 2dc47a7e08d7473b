import { startTestApp, type TestApp } from '../e2e/app.js';
import type { SlackWorkspace } from '../fakes/slack/slack-workspace.js';

type Variables = Readonly<Record<string, string>>;

/** One workspace, over a connection that the product opens. */
export const bySocket = ({ environment, app, appToken }: SlackWorkspace): Variables => ({
  ...{ ...environment, SLACK_APP_TOKEN: appToken, SLACK_BOT_TOKEN: app.botToken },
});

/** One workspace, by requests. */
export const byRequests = ({ environment, app, signingSecret }: SlackWorkspace): Variables => ({
  ...{ ...environment, SLACK_SIGNING_SECRET: signingSecret, SLACK_BOT_TOKEN: app.botToken },
});

/** By requests, for all workspaces that install the app. */
export const byInstalling = ({ environment, app, signingSecret }: SlackWorkspace): Variables => ({
  ...{ ...environment, SLACK_SIGNING_SECRET: signingSecret },
  ...{ SLACK_CLIENT_ID: app.clientId, SLACK_CLIENT_SECRET: app.clientSecret },
});

/** The product, which is told by requests what happens in this Slack. It has to stop before Slack does. */
export async function startInSlack(
  slack: SlackWorkspace,
  environment: Variables,
): Promise<TestApp> {
  const app = await startTestApp({ environment });
  slack.reachesAppAt(`${app.url}/slack/events`);
  return app;
}

/** Half an hour with ten minutes to breathe, Monday to Friday in Berlin. */
export const setUp = (hours = '09:00-17:00'): string =>
  `/schedule setup --title "Intro call" --duration 30 --hours "mon-fri ${hours}" ` +
  '--buffer-after 10 --timezone Europe/Berlin';
