import { randomBytes } from 'node:crypto';

/** How often, and for how many milliseconds, an answer can be sent to one. */
const USES = 5;
const LIFE = 30 * 60 * 1000;

/** What a `response_url` answers. */
export interface AnsweredThing {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** The message that was pressed; null for a command. */
  readonly ts: string | null;
  readonly isEphemeral: boolean;
}

/** The addresses at which an app can answer a command or press without a token. */
export class SlackResponseUrls {
  private readonly urls = new Map<
    string,
    { thing: AnsweredThing; expires: number; left: number }
  >();

  constructor(
    private readonly base: () => string,
    private readonly now: () => number,
  ) {}

  issue(thing: AnsweredThing): string {
    const key = randomBytes(12).toString('hex');
    this.urls.set(key, { thing, expires: this.now() + LIFE, left: USES });
    return `${this.base()}/response/${key}`;
  }

  use(key: string): AnsweredThing | { readonly error: string } {
    const url = this.urls.get(key);
    if (!url || this.now() >= url.expires) return { error: 'expired_url' };
    if (url.left === 0) return { error: 'used_url' };
    url.left -= 1;
    return url.thing;
  }
}
