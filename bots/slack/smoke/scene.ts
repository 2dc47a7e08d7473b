import { type Clock, SystemClock } from '../../../src/shared/clock.js';
import { OneWorkspaceTokens } from '../one-workspace-tokens.js';
import { SlackChannels } from '../slack-channels.js';
import { SlackClient } from '../slack.client.js';
import { SlackPace } from '../slack-pace.js';
import { SlackPeople } from '../slack-people.js';
import { SlackWindows } from '../slack-windows.js';
import type { SmokeOrder } from './order.js';

/** How the product is asked. */
export type Fetch = (url: string, request: RequestInit) => Promise<Response>;

/** What the steps have at hand: what was ordered, and the product's own ways to speak with Slack. */
export interface Scene extends Pick<SmokeOrder, 'connection' | 'owner' | 'channel'> {
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly slack: SlackClient;
  readonly pace: SlackPace;
  readonly people: SlackPeople;
  readonly channels: SlackChannels;
  readonly windows: SlackWindows;
}

export function sceneOf({ env, botToken, ...order }: SmokeOrder, fetch: Fetch): Scene {
  const { connection, owner, channel } = order;
  const clock = new SystemClock();
  const pace = new SlackPace();
  const tokens = new OneWorkspaceTokens(botToken);
  const slack = new SlackClient(env, tokens, pace);
  const people = new SlackPeople(slack, clock);
  return {
    ...{ connection, owner, channel, publicUrl: env.publicUrl },
    ...{ fetch, clock, slack, pace, people },
    channels: new SlackChannels(slack, people),
    windows: new SlackWindows(slack, tokens),
  };
}
