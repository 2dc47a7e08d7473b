import type { SlackChannel } from './slack-channel.js';
import type { SlackChanges } from './slack-changes.js';
import { type SlackApp, SlackEmulator, slackId } from './slack-emulator.js';
import { SlackMessages } from './slack-messages.js';
import { SlackPeople } from './slack-people.js';
import type { SlackReader } from './slack-text.js';
import { SlackWindows } from './slack-windows.js';

/** How many people a team can have here. */
const SEATS = 16;

/** One workspace of Slack: what `emulate` keeps of it, and what only people see. */
export class SlackTeam {
  readonly channels = new Map<string, SlackChannel>();
  /** Set where the app was installed for a whole organisation. */
  enterprise: { readonly id: string; readonly name: string } | null = null;
  /** How many a page holds at most, however many are asked for. */
  pageSize = Infinity;
  /** Shared links that an app may give a preview, by `unfurl_id`. */
  readonly unfurlable = new Map<string, { readonly channel: string; readonly ts: string }>();

  readonly id: string;
  readonly name: string;
  readonly app: SlackApp;
  readonly messages: SlackMessages;
  readonly windows: SlackWindows;

  private constructor(
    readonly changes: SlackChanges,
    readonly emulator: SlackEmulator,
    readonly people: SlackPeople,
  ) {
    this.id = emulator.team.id;
    this.name = emulator.team.name;
    this.app = emulator.team.app;
    this.messages = new SlackMessages(changes);
    this.windows = new SlackWindows(changes);
  }

  static async start(name: string, app: SlackApp, changes: SlackChanges): Promise<SlackTeam> {
    const seats = Array.from({ length: SEATS }, (_, index) => `seat${index + 1}`);
    const emulator = await SlackEmulator.start({ id: slackId('T'), name, app, seats });
    const tests = seats.map((seat) => emulator.asPerson(seat, 'auth.test', {}));
    const free = (await Promise.all(tests)).map((answer, index) => ({
      ...{ id: String(answer['user_id']), seat: seats[index] ?? '' },
    }));
    return new SlackTeam(changes, emulator, new SlackPeople(free));
  }

  get domain(): string {
    return this.name.toLowerCase();
  }

  reader(timeZone: string): SlackReader {
    return {
      timeZone,
      nameOf: (id) =>
        this.people.find(id)?.name ??
        this.channels.get(id)?.name ??
        (id === this.app.botUserId ? 'visavis' : id),
    };
  }
}
