import { BOT_SCOPES } from '../../bots/slack/manifest/scopes.js';
import { SlackWork } from '../../bots/slack/slack-work.js';
import type { TestApp } from '../e2e/app.js';
import type { SlackChannel } from '../fakes/slack/slack-channel.js';
import type { SlackParcel } from '../fakes/slack/slack-delivery.js';
import type { SeenMessage } from '../fakes/slack/slack-message.js';
import type { SlackPerson } from '../fakes/slack/slack-person.js';
import { SlackWorkspace } from '../fakes/slack/slack-workspace.js';
import { byInstalling, setUp, startInSlack } from './slack-start.js';

interface Scene {
  readonly other: SlackWorkspace;
  readonly people: Readonly<Record<'ada' | 'grace' | 'mallory', SlackPerson>>;
  readonly sales: SlackChannel;
  readonly clock: { later: number };
}

/**
 * Two workspaces with the limits that chat has, and in the first one Ada, who takes bookings and confirms
 * them. It is Monday, 1 February 2027, 08:00 in Berlin.
 */
export class AbuseStage {
  private forgeries = 0;

  private constructor(
    readonly slack: SlackWorkspace,
    readonly app: TestApp,
    private readonly scene: Scene,
  ) {}

  get other(): SlackWorkspace {
    return this.scene.other;
  }

  get people(): Scene['people'] {
    return this.scene.people;
  }

  get sales(): SlackChannel {
    return this.scene.sales;
  }

  static async open(): Promise<AbuseStage> {
    const clock = { later: 0 };
    const now = (): number => Date.now() + clock.later;
    const slack = await SlackWorkspace.start({ scopes: BOT_SCOPES, now });
    const other = await slack.neighbour('Other');
    const ada = slack.person('Ada', { email: 'ada@example.com', isAdmin: true });
    const grace = slack.person('Grace', { email: 'grace@example.com' });
    const mallory = slack.person('Mallory');
    const sales = await slack.channel('sales', { members: [ada, grace, mallory] });
    const app = await startInSlack(slack, { ...byInstalling(slack), RATE_LIMITS: 'on' });
    await ada.installs(app.url);
    await ada.command(`${setUp()} --alerts #sales`, { channel: sales });
    await ada.command('/schedule set approval on', { channel: sales });
    const people = { ada, grace, mallory };
    return new AbuseStage(slack, app, { other, people, sales, clock });
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.slack.stop();
  }

  settled(): Promise<void> {
    return this.app.nest.get(SlackWork).beforeApplicationShutdown();
  }

  /** For Slack and for the product. */
  passes(milliseconds: number): void {
    const { clock } = this.app;
    this.scene.clock.later += milliseconds;
    clock.set(new Date(clock.now() + milliseconds).toISOString());
  }

  /** What must stay as it is when somebody tries what they may not. */
  kept(): Promise<unknown[]> {
    return this.app.database.query(
      `select b.uid, b.status, b.sequence, b.starts_at, c.id, c.updated_at
         from booking_calendar c left join booking b on b.calendar_id = c.id and b.status <> 'held'
        order by c.id, b.uid`,
    );
  }

  /** Grace asks Ada for a time in windows; the card about it, once Grace has hers. */
  async request(when: string): Promise<SeenMessage> {
    const { grace } = this.people;
    const before = this.sales.messages().length;
    const told = (await grace.directMessages()).length;
    await grace.command(`/book with @Ada ${when}`, { channel: this.sales });
    await grace.submit();
    await grace.submit();
    await grace.close();
    await this.slack.until('their card', async () => {
      return (await grace.directMessages()).length > told;
    });
    return this.slack.until('a card', () => this.sales.messages()[before]);
  }

  /** What somebody last pressed or chose, with something else in it, as if it were done anew. */
  forged(by: SlackPerson, changes: object): SlackParcel {
    const parcel = this.slack.sent.findLast(
      ({ payload: { type, user } }) =>
        type === 'block_actions' && JSON.stringify(user).includes(by.id),
    );
    if (!parcel) throw new Error('They pressed nothing.');
    this.forgeries += 1;
    const trigger_id = `forged.${this.forgeries}`;
    return { kind: parcel.kind, payload: { ...parcel.payload, trigger_id, ...changes } };
  }
}

/** The id and value of a button, as the app gave them. */
export function buttonIn({ blocks }: SeenMessage, label: string) {
  const all = blocks.flatMap(({ elements = [] }) => elements);
  const found = all.find(({ text }) => JSON.stringify(text ?? '').includes(`"${label}"`));
  if (!found) throw new Error(`There is no button ${label}.`);
  return { type: 'button', block_id: 'b', action_id: found.action_id, value: found.value };
}
