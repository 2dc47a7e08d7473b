import { expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { testEnv } from '../../test/db/test-env.js';
import { OneWorkspaceTokens } from './one-workspace-tokens.js';
import { SlackClient } from './slack.client.js';
import { SlackPace } from './slack-pace.js';

it('says in the log, and nowhere else, that Slack is out of reach', async () => {
  const bare = (['warn', 'error', 'info', 'log'] as const).map((level) =>
    jest.spyOn(console, level).mockReturnValue(),
  );
  const warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  const env = testEnv('postgres://localhost/none', {
    ...{ SLACK_API_URL: 'http://127.0.0.1:9/', SLACK_SIGNING_SECRET: '12345678' },
    SLACK_BOT_TOKEN: 'xoxb-1',
  });
  const client = new SlackClient(env, new OneWorkspaceTokens('xoxb-1'), new SlackPace());
  const call = { workspace: 'T1', method: 'auth.test', with: {} };
  await expect(client.call(call, z.object({}))).rejects.toThrow('auth.test failed');
  expect(warned).toHaveBeenCalledWith(expect.stringContaining('http request failed'));
  expect(bare.flatMap(({ mock }) => mock.calls)).toEqual([]);
});
