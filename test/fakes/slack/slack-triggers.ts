import { randomBytes } from 'node:crypto';

/** How long a trigger can be used, in milliseconds. */
const LIFE = 3_000;

interface Trigger {
  readonly user: string;
  /** The window it was made in, on which another can be laid. */
  readonly viewId: string | null;
  readonly expires: number;
  isUsed: boolean;
}

/** Trigger ids: each opens one window, within three seconds. */
export class SlackTriggers {
  private readonly triggers = new Map<string, Trigger>();

  constructor(private readonly now: () => number) {}

  issue(user: string, viewId: string | null = null): string {
    const id = `${this.triggers.size + 1}.${this.now()}.${randomBytes(8).toString('hex')}`;
    this.triggers.set(id, { user, viewId, expires: this.now() + LIFE, isUsed: false });
    return id;
  }

  /** Whose it is; or Slack's name for what is wrong with it. */
  use(id: unknown): { readonly user: string; readonly viewId: string | null } | { error: string } {
    const trigger = this.triggers.get(String(id));
    if (!trigger) return { error: 'invalid_trigger_id' };
    if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
    if (this.now() >= trigger.expires) return { error: 'expired_trigger_id' };
    trigger.isUsed = true;
    return { user: trigger.user, viewId: trigger.viewId };
  }
}
