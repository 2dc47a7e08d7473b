import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';

/** Looks again and again for what is due by the clock, one look at a time. */
@Injectable()
export abstract class ClockRound implements OnModuleDestroy {
  private readonly logger = new Logger(this.constructor.name);
  private look: Promise<void> | null = null;
  private isOver = false;

  /** Does what is due; several processes may be doing so at once. */
  protected abstract attend(): Promise<void>;

  protected async round(): Promise<void> {
    if (this.look !== null || this.isOver) return;
    this.look = this.attend().catch((error: unknown) => {
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
