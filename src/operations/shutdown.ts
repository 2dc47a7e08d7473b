import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Jobs } from '../jobs/jobs.js';
import { drainHttp } from '../shared/http/drain-http.js';
import { Readiness } from './readiness.js';

/** How long requests that came in before the stop may take, in milliseconds. */
const LAST_REQUESTS = 10_000;

/**
 * The end of the product, in its order. Nest calls `onModuleDestroy` everywhere (the chat platforms
 * stop listening), then this, and at last `DatabaseModule` closes the pool and, after it, the
 * embedded server:
 *
 * 1. `/health/ready` says no;
 * 2. no new connection is taken, requests under way are answered;
 * 3. jobs under way are finished.
 *
 * A step that fails is written down and does not keep the next from its turn.
 */
@Injectable()
export class Shutdown implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Shutdown.name);

  constructor(
    private readonly readiness: Readiness,
    private readonly http: HttpAdapterHost,
    private readonly jobs: Jobs,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.readiness.leave();
    await this.step('HTTP', () => drainHttp(this.http.httpAdapter, LAST_REQUESTS));
    await this.step('jobs', () => this.jobs.stop());
  }

  private async step(name: string, stop: () => Promise<void>): Promise<void> {
    try {
      await stop();
    } catch (error) {
      this.logger.warn({ err: error }, `Stopping failed: ${name}.`);
    }
  }
}
