import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Deliveries } from '../core/deliveries.js';
import { Uninstall } from './install/uninstall.js';
import { type SlackTurn, toldOf } from './slack-turn.js';

/** Shows what came of it to whoever did it; what is done already stands, whether they see it or not. */
export type Shown = () => Promise<void>;

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
   * only where the first one cannot. What came of it is shown afterwards. `sorry` tells whoever waits
   * for it that it came to nothing. What is still heard of a workspace that removed the app is left
   * undone.
   */
  once(
    turn: Pick<SlackTurn, 'workspace' | 'key'> & { readonly isSecond?: boolean },
    work: () => Promise<Shown>,
    sorry: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    return this.run(async () => {
      const heeded: { shown: Shown | null } = { shown: null };
      const heed = async (): Promise<void> => {
        heeded.shown = await work();
      };
      try {
        if (await this.uninstall.isGone(turn.workspace)) return;
        const told = toldOf(turn);
        await (turn.isSecond
          ? this.deliveries.after(told, heed)
          : this.deliveries.once(told, heed));
      } catch (error) {
        if (heeded.shown === null) await sorry();
        else await heeded.shown();
        throw error;
      }
      await heeded.shown?.();
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

/** For what is heeded and leaves nothing to be seen. */
export const NOTHING_SHOWN: Shown = () => Promise.resolve();

export const unseen = (work: () => Promise<unknown>) => async (): Promise<Shown> => {
  await work();
  return NOTHING_SHOWN;
};
