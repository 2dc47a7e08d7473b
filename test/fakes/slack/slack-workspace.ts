import { type ChannelFacts, SlackChannel } from './slack-channel.js';
import { SlackClient } from './slack-client.js';
import { type OutgoingCheck, SlackCloud } from './slack-cloud.js';
import type { JsonObject } from './slack-blocks.js';
import type { SlackParcel, SlackReceipt } from './slack-delivery.js';
import { slackId } from './slack-emulator.js';
import { SlackFront } from './slack-front.js';
import { HttpDelivery } from './slack-http-delivery.js';
import { eventPayload } from './slack-payloads.js';
import type { PersonFacts } from './slack-people.js';
import { SlackPerson } from './slack-person.js';
import { SlackSocket } from './slack-socket.js';
import { SlackTeam } from './slack-team.js';

export interface SlackOptions {
  /** The clock by which triggers and tokens grow old and requests are signed; epoch milliseconds. */
  readonly now?: () => number;
  /** What the app may do; everything unless said. */
  readonly scopes?: readonly string[];
  /** Where the OAuth page may send people back to. */
  readonly redirectUris?: readonly string[];
  /** Tokens grow old after twelve hours and are refreshed. */
  readonly rotatesTokens?: boolean;
}

/** Slack on this machine: a workspace with people and channels, and an app installed in it. */
export class SlackWorkspace {
  private constructor(
    private readonly cloud: SlackCloud,
    private readonly team: SlackTeam,
    /** Of all workspaces of this Slack. */
    private readonly ways: { readonly front: SlackFront; readonly socket: SlackSocket },
  ) {}

  static async start(options: SlackOptions = {}): Promise<SlackWorkspace> {
    const cloud = new SlackCloud(options.now ?? Date.now, `xapp-1-${slackId('A')}`);
    cloud.rotatesTokens = options.rotatesTokens ?? false;
    const front = await SlackFront.start(cloud);
    const socket = new SlackSocket(cloud, front.server);
    const app = {
      ...{ appId: slackId('A'), botId: slackId('B'), botUserId: slackId('U') },
      ...{ clientId: '1234.5678', clientSecret: slackId('secret') },
      ...{ botToken: `xoxb-${slackId('1')}`, scopes: options.scopes ?? [] },
      redirectUris: options.redirectUris ?? ['https://book.example.com/slack/oauth_redirect'],
    };
    const team = await SlackTeam.start('Acme', app, cloud.changes);
    cloud.teams.set(team.id, team);
    cloud.tokens.accept(team.id, app.botToken);
    return new SlackWorkspace(cloud, team, { front, socket });
  }

  /** Another workspace of the same Slack, in which the app is not installed yet. */
  async neighbour(name: string): Promise<SlackWorkspace> {
    const app = { ...this.team.app, botId: slackId('B'), botUserId: slackId('U') };
    const botToken = `xoxb-${slackId('1')}`;
    const team = await SlackTeam.start(name, { ...app, botToken }, this.cloud.changes);
    this.cloud.teams.set(team.id, team);
    return new SlackWorkspace(this.cloud, team, this.ways);
  }

  get id(): string {
    return this.team.id;
  }

  get app() {
    return this.team.app;
  }

  /** What the product needs to find this Slack, whichever way it is reached. */
  get environment(): Readonly<Record<string, string>> {
    return {
      SLACK_API_URL: `${this.cloud.url}/api/`,
      SLACK_AUTHORIZE_URL: `${this.cloud.url}/oauth/v2/authorize`,
    };
  }

  get signingSecret(): string {
    return this.cloud.signingSecret;
  }

  /** For an app-level token: Socket Mode. */
  get appToken(): string {
    return this.cloud.appToken;
  }

  get calls() {
    return this.cloud.calls;
  }

  get faults() {
    return this.cloud.faults;
  }

  /** What was sent to the app, in order; each can be sent again. */
  get sent(): readonly SlackParcel[] {
    return this.cloud.sent;
  }

  /** How the app took what was sent to it, in the order of its answers. */
  get receipts(): readonly SlackReceipt[] {
    return this.cloud.receipts;
  }

  /** Over HTTP, to these request URLs in turn. */
  reachesAppAt(...urls: readonly string[]): void {
    const { now, signingSecret } = this.cloud;
    this.cloud.delivery = new HttpDelivery({ urls, signingSecret, now });
  }

  /** Whatever happens is told so often, all at once: to each request URL in turn. */
  tellsEverything(times: number): void {
    this.cloud.times = times;
  }

  /** Over the connections that the app opens. */
  reachesAppBySocket(): SlackSocket {
    this.cloud.delivery = this.ways.socket;
    return this.ways.socket;
  }

  person(name: string, facts: PersonFacts = {}): SlackPerson {
    const { cloud, team } = this;
    return new SlackPerson(new SlackClient({ cloud, team, person: team.people.take(name, facts) }));
  }

  channel(name: string, facts: ChannelFacts): Promise<SlackChannel> {
    return SlackChannel.make(this.team, name, facts);
  }

  /** A page holds so many at most, however many the app asks for. */
  givesAtMost(count: number): void {
    this.team.pageSize = count;
  }

  /** Looks at every view and message that the app sends; what it says is wrong, Slack refuses. */
  onOutgoing(check: OutgoingCheck): void {
    this.cloud.checks.push(check);
  }

  /** An event of this workspace, not sent yet. */
  event(event: JsonObject): SlackParcel {
    return { kind: 'event', payload: eventPayload({ cloud: this.cloud, team: this.team }, event) };
  }

  deliver(parcel: SlackParcel): Promise<SlackReceipt> {
    return this.cloud.deliver(parcel);
  }

  /** As Slack does when it had no answer: up to three times more, each saying which try it is. */
  async deliverAgain(parcel: SlackParcel, times = 3): Promise<readonly SlackReceipt[]> {
    const receipts: SlackReceipt[] = [];
    for (let number = 1; number <= times; number += 1) {
      const retry = { number, reason: 'http_timeout' };
      receipts.push(await this.deliver({ ...parcel, retry }));
    }
    return receipts;
  }

  until<Found>(
    what: string,
    look: () => Found | undefined | null | false | Promise<Found | undefined | null | false>,
  ): Promise<Found> {
    return this.cloud.changes.until(what, look);
  }

  /** An admin takes the app out: its tokens open nothing any more, and it is told. */
  async uninstall(): Promise<void> {
    this.uninstallUntold();
    await this.deliver(this.event({ type: 'app_uninstalled' }));
    const bot = [this.team.app.botUserId];
    await this.deliver(this.event({ type: 'tokens_revoked', tokens: { oauth: [], bot } }));
  }

  /** The same while nobody hears of it. */
  uninstallUntold(): void {
    this.cloud.tokens.close(this.team.id);
  }

  /** Its admins take the app in again by hand: the token that they had opens everything anew. */
  installAgain(): void {
    this.cloud.tokens.accept(this.team.id, this.team.app.botToken);
  }

  /** Nobody reaches Slack any more, until it is `up`. */
  down(): Promise<void> {
    return this.ways.front.down();
  }

  up(): Promise<void> {
    return this.ways.front.up();
  }

  /** @throws when the app did something that Slack does not know or would not take. */
  async stop(): Promise<void> {
    await this.ways.socket.close();
    await this.ways.front.down();
    for (const { emulator } of this.cloud.teams.values()) await emulator.close();
    if (this.cloud.problems.length > 0) throw new Error(this.cloud.problems.join('\n'));
  }
}
