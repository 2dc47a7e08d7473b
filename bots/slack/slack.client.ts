import { Injectable, Logger } from '@nestjs/common';
import { WebClient } from '@slack/web-api';
import type { z } from 'zod';
import { Env } from '../../src/config/env.js';
import { Fault } from '../../src/shared/fault.js';
import { done, type Outcome, refused } from '../../src/shared/outcome.js';
import { boltLogger } from './bolt-logger.js';
import { slackFailure } from './slack-failure.js';
import { messagesIn, SlackPace } from './slack-pace.js';
import { SlackTokens } from './slack-tokens.js';

/** What Slack says no with: `channel_not_found`. */
export interface SlackRefusal {
  readonly code: string;
}

/** One call of Slack's Web API. */
export interface SlackCall {
  readonly workspace: string;
  /** `chat.postMessage`. */
  readonly method: string;
  readonly with: Readonly<Record<string, unknown>>;
  /** Of a call that cannot wait for anything to be looked up. */
  readonly token?: string;
}

export type SlackAnswer<T> = Outcome<T, SlackRefusal>;

/** How long Slack may take to answer, in milliseconds. */
const TIMEOUT = 10_000;

/** The token is no good any more, whoever holds it. */
const LOST = /^(?:invalid_auth|token_revoked|token_expired|account_inactive|not_authed)$/;

/** There is no token, or Slack renews it no more. */
export const NOT_INSTALLED = 'not_installed';

/** What Slack thinks of the token of a workspace. */
export interface TokenNews {
  readonly workspace: string;
  /** Why it does not take it; null where it does. */
  readonly refusal: string | null;
}

export const isTokenRefused = ({ code }: SlackRefusal): boolean =>
  code === NOT_INSTALLED || LOST.test(code);

/** Speaks with Slack's Web API. What Slack refuses is an answer; where it is out of order, a fault. */
@Injectable()
export class SlackClient {
  private readonly web: WebClient;
  private readonly followers: ((news: TokenNews) => void)[] = [];

  constructor(
    env: Env,
    private readonly tokens: SlackTokens,
    private readonly pace: SlackPace,
  ) {
    this.web = new WebClient(undefined, {
      ...(env.slack && { slackApiUrl: env.slack.apiUrl }),
      ...{ timeout: TIMEOUT, logger: boltLogger(new Logger(SlackClient.name)) },
      // Jobs come again by themselves, and keep to the pauses that Slack asks for.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
    });
  }

  /** To be called while modules initialise, by whoever wants to know which tokens Slack takes. */
  follow(follower: (news: TokenNews) => void): void {
    this.followers.push(follower);
  }

  /** @throws Fault `slack-away`, or `slack-busy` while Slack wants to be left alone. */
  async call<T>(call: SlackCall, schema: z.ZodType<T>): Promise<SlackAnswer<T>> {
    const token = call.token ?? (await this.tokens.tokenOf(call.workspace));
    const answer = token === null ? refused({ code: NOT_INSTALLED }) : await this.ask(call, token);
    this.tell(call.workspace, answer);
    if (!answer.ok) return answer;
    const read = schema.safeParse(answer.value);
    if (read.success) return done(read.data);
    throw new Fault('slack-unread', `${call.method} answered something else than expected.`, {
      cause: read.error,
    });
  }

  /** Whatever else Slack refuses, it took the token. */
  private tell(workspace: string, answer: SlackAnswer<unknown>): void {
    const refusal = !answer.ok && isTokenRefused(answer.problem) ? answer.problem.code : null;
    if (refusal !== null) this.tokens.forget(workspace);
    for (const follower of this.followers) follower({ workspace, refusal });
  }

  private async ask(call: SlackCall, token: string): Promise<SlackAnswer<unknown>> {
    const about = pacedAs(call);
    this.pace.demand(about);
    this.pace.leaves(about);
    try {
      const value = await this.web.apiCall(call.method, { ...call.with, token });
      this.pace.heard(call.workspace, false);
      return done(value);
    } catch (error) {
      const { refusal: code, retryAfter, isSilence } = slackFailure(error);
      this.pace.heard(call.workspace, isSilence);
      if (retryAfter !== null) throw this.pace.pause(about, retryAfter);
      if (code !== null) return refused({ code });
      throw new Fault('slack-away', `${call.method} failed.`, { cause: error });
    }
  }
}

/** Messages are counted by channel, everything else by method. */
const pacedAs = ({ workspace, method, with: { channel } }: SlackCall): string =>
  method === 'chat.postMessage' && typeof channel === 'string'
    ? messagesIn({ workspace, channel })
    : `${workspace} ${method}`;
