import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '../shared/clock.js';
import { WaitingRequests } from './waiting-requests.service.js';

/** How often somebody looks for what is due, in milliseconds. */
const EVERY = 5_000;

/** Looks at the clock for `WaitingRequests`, one look at a time. */
@Injectable()
export class WaitingRequestsJob implements OnModuleDestroy {
  private readonly logger = new Logger(WaitingRequestsJob.name);
  private look: Promise<void> | null = null;
  private isOver = false;

  constructor(
    private readonly waiting: WaitingRequests,
    private readonly clock: Clock,
  ) {}

  @Interval(EVERY)
  async tick(): Promise<void> {
    if (this.look !== null || this.isOver) return;
    this.look = this.waiting.attend(this.clock.now()).catch((error: unknown) => {
      // The database may be away; whatever is due stays so.
      this.logger.warn({ err: error }, 'What is due could not be looked up.');
    });
    await this.look;
    this.look = null;
  }

  /** The look under way is finished before the database closes. */
  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    await this.look;
  }
}
