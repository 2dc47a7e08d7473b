import { EventEmitter, once } from 'node:events';

/** How long somebody waits for what must come, in milliseconds. */
const PATIENCE = 15_000;

/** What came to pass in the workspace, in order, for those who wait for it. */
export type SlackFact =
  | {
      readonly kind: 'posted' | 'edited' | 'deleted';
      readonly channel: string;
      readonly ts: string;
    }
  | {
      readonly kind: 'ephemeral';
      readonly channel: string;
      readonly ts: string;
      readonly user: string;
    }
  | { readonly kind: 'unfurled'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'window' | 'home'; readonly user: string; readonly viewId: string }
  | { readonly kind: 'closed'; readonly user: string; readonly viewId: string }
  | { readonly kind: 'called'; readonly method: string; readonly error?: string }
  | { readonly kind: 'answered'; readonly status: number };

/** The journal of the workspace. People wait for facts in it, never for time to pass. */
export class SlackChanges {
  readonly facts: SlackFact[] = [];
  private readonly bell = new EventEmitter().setMaxListeners(0);

  add(fact: SlackFact): void {
    this.facts.push(fact);
    this.bell.emit('change');
  }

  /** How many there are by now: what comes later is `since` this. */
  get count(): number {
    return this.facts.length;
  }

  since(count: number): readonly SlackFact[] {
    return this.facts.slice(count);
  }

  /**
   * The first thing that `look` finds, now or after some later change.
   * @throws when nothing is found within 15 seconds; `what` says what was waited for.
   */
  async until<Found>(
    what: string,
    look: () => Found | undefined | null | false | Promise<Found | undefined | null | false>,
  ): Promise<Found> {
    const patience = AbortSignal.timeout(PATIENCE);
    for (;;) {
      const count = this.count;
      const found = await look();
      if (found) return found;
      if (this.count > count) continue;
      try {
        await once(this.bell, 'change', { signal: patience });
      } catch {
        throw new Error(`Not within ${PATIENCE / 1000} s: ${what}. Last: ${this.latest()}`);
      }
    }
  }

  private latest(): string {
    return this.facts
      .slice(-8)
      .map((fact) => Object.values(fact).join(' '))
      .join(', ');
  }
}
