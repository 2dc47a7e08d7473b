import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Deliveries } from '../core/deliveries.js';
import { Uninstall } from './install/uninstall.js';
import { type SlackTurn, toldOf } from './slack-turn.js';

/** What is done after Slack was answered. It is finished before the product ends. */
@Injectable()
export class SlackWork implements BeforeApplicationShutdown {
  private readonly logger = new Logger(SlackWork.name);
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly deliveries: Deliveries,
    private readonly uninstall: Uninstall,
  ) {}

  /**
   * Does it once, however often Slack tells of it, and to whom: whoever is the second to know does it
   * only where the first one cannot. `sorry` tells whoever waits for it that it came to nothing. What
   * is still heard of a workspace that removed the app is left undone.
   */
  once(
    turn: Pick<SlackTurn, 'workspace' | 'key'> & { readonly isSecond?: boolean },
    work: () => Promise<void>,
    sorry: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    return this.run(async () => {
      try {
        if (await this.uninstall.isGone(turn.workspace)) return;
        const told = toldOf(turn);
        await (turn.isSecond
          ? this.deliveries.after(told, work)
          : this.deliveries.once(told, work));
      } catch (error) {
        await sorry();
        throw error;
      }
    });
  }

  async run(work: () => Promise<void>): Promise<void> {
    const done = work().catch((error: unknown) => {
      this.logger.error({ err: error }, 'What happened in Slack could not be heeded.');
    });
    this.underWay.add(done);
    await done;
    this.underWay.delete(done);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }
}
