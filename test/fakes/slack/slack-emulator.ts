import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createEmulator, type Emulator } from 'emulate';
import type { JsonObject } from './slack-blocks.js';

/** The one team that `emulate` knows. */
const EMULATED_TEAM = 'T000000001';

export interface SlackApp {
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly botToken: string;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
}

export interface EmulatedTeam {
  readonly id: string;
  readonly name: string;
  readonly app: SlackApp;
  /** Names of the people it can ever have: `emulate` takes in nobody later. */
  readonly seats: readonly string[];
}

export type SlackAnswer = JsonObject & { readonly ok: boolean; readonly error?: string };

/** The messages, channels, people, tokens and installations of one team, kept by `emulate`. */
export class SlackEmulator {
  private constructor(
    private readonly emulator: Emulator,
    readonly team: EmulatedTeam,
  ) {}

  static async start(team: EmulatedTeam): Promise<SlackEmulator> {
    const { app, seats } = team;
    const bot = { bot_id: app.botId, bot_user_id: app.botUserId, app_id: app.appId };
    const emulator = await createEmulator({
      service: 'slack',
      port: await freePort(),
      seed: {
        slack: {
          team: { name: team.name, domain: team.name.toLowerCase() },
          users: seats.map((name) => ({ name })),
          oauth_apps: [
            {
              ...{ ...bot, client_id: app.clientId, client_secret: app.clientSecret },
              ...{ name: 'Vis-a-vis', bot_name: 'visavis', scopes: app.scopes },
              redirect_uris: app.redirectUris,
            },
          ],
          tokens: [
            {
              ...bot,
              token: app.botToken,
              type: 'bot',
              user_id: app.botUserId,
              scopes: app.scopes,
            },
            ...seats.map((user) => ({ token: seatToken(user), user })),
          ],
          strict_scopes: app.scopes.length > 0,
        },
      },
    });
    return new SlackEmulator(emulator, team);
  }

  /** Done by somebody of the team, as their client would. */
  async asPerson(seat: string, method: string, body: JsonObject): Promise<SlackAnswer> {
    const answer = await this.call(seatToken(seat), method, body);
    if (!answer.ok) throw new Error(`${method} for ${seat}: ${answer.error ?? 'not ok'}`);
    return answer;
  }

  async call(token: string | null, method: string, body: JsonObject): Promise<SlackAnswer> {
    const answer = await fetch(`${this.url}/api/${method}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: this.inside(JSON.stringify(body)),
    });
    return JSON.parse(this.outside(await answer.text())) as SlackAnswer;
  }

  /** The page on which somebody allows the app what it asks for: its status, and what it says. */
  async authorizePage(query: string): Promise<{ status: number; html: string }> {
    const answer = await fetch(`${this.url}/oauth/v2/authorize${query}`);
    return { status: answer.status, html: await answer.text() };
  }

  /** Somebody allowed it: where their browser is sent. */
  async allow(fields: Readonly<Record<string, string>>): Promise<URL> {
    const answer = await fetch(`${this.url}/oauth/v2/authorize/callback`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
    });
    return new URL(answer.headers.get('location') ?? '');
  }

  close(): Promise<void> {
    return this.emulator.close();
  }

  /** The name it gives would be looked up; it listens on this address, too. */
  private get url(): string {
    return this.emulator.url.replace('localhost', '127.0.0.1');
  }

  private inside(text: string): string {
    return text.replaceAll(this.team.id, EMULATED_TEAM);
  }

  private outside(text: string): string {
    return text.replaceAll(EMULATED_TEAM, this.team.id);
  }
}

/** A user id, bot id and so on, as Slack makes them. */
export const slackId = (letter: string): string =>
  `${letter}${randomBytes(5).toString('hex').toUpperCase()}`;

const seatToken = (seat: string): string => `xoxp-${seat}`;

/** `emulate` does not say which port it got, so it is told one. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0), 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
