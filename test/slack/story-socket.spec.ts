import { expect } from '@jest/globals';
import { Listening } from '../../src/shared/http/listening.js';
import { tellStory } from './story.js';

/** The operator gives the tokens of the one workspace. */
tellStory({
  name: 'over a socket, for one workspace',
  environment: ({ appToken, app }) => ({
    SLACK_APP_TOKEN: appToken,
    SLACK_BOT_TOKEN: app.botToken,
  }),
  connect: async ({ slack, app }) => {
    await app.nest.get(Listening).announce();
    const socket = slack.reachesAppBySocket();
    await slack.until('the product connects', () => socket.connections === 1);
  },
  interrupt: async (slack) => {
    const socket = slack.reachesAppBySocket();
    socket.disconnect('refresh_requested');
    await slack.until('the old connection closes', () => socket.connections === 0);
    await slack.until('the product connects anew', () => socket.connections === 1);
    expect(slack.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(2);
  },
  afterwards: async ({ slack, app }) => {
    const before = slack.calls.length;
    const page = await app.ask({ path: '/ada/intro-call' });
    expect({ status: page.status, calls: slack.calls.length }).toEqual({
      status: 200,
      calls: before,
    });
  },
});
