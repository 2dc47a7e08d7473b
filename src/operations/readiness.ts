import { Injectable } from '@nestjs/common';
import { DatabaseHealth, type DatabaseState } from '../database/database-health.js';
import { Jobs } from '../jobs/jobs.js';

/** Whether this process can take bookings, part by part. */
export interface ReadinessReport {
  readonly isReady: boolean;
  readonly parts: {
    readonly process: 'ready' | 'stopping';
    /** Of the database: reachable, writable, migrated, with the overlap constraint. */
    readonly database: DatabaseState;
    readonly jobs: 'ready' | 'not-started';
  };
}

/** What a load balancer asks before it sends requests here. */
@Injectable()
export class Readiness {
  private isStopping = false;

  constructor(
    private readonly database: DatabaseHealth,
    private readonly jobs: Jobs,
  ) {}

  async report(): Promise<ReadinessReport> {
    const parts = {
      process: this.isStopping ? 'stopping' : 'ready',
      database: await this.database.check(),
      jobs: this.jobs.isReady ? 'ready' : 'not-started',
    } as const;
    return { isReady: Object.values(parts).every((state) => state === 'ready'), parts };
  }

  /** From now on no new request should come. */
  leave(): void {
    this.isStopping = true;
  }
}
