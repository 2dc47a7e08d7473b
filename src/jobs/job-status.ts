import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ageWords } from '../language/age-words.js';
import { say } from '../language/say.js';
import { StatusBoard } from '../shared/status-board.js';
import { Jobs } from './jobs.js';

/** Tells what waits in the queues, and what was given up. */
@Injectable()
export class JobStatus implements OnModuleInit {
  constructor(
    private readonly board: StatusBoard,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.board.serve('jobs', async () =>
      this.jobs.isReady ? await this.lines() : [say('status:jobs.stopped')],
    );
  }

  private async lines(): Promise<readonly string[]> {
    const queues = await this.jobs.backlog();
    if (queues.length === 0) return [say('status:jobs.idle')];
    const sum = (count: 'waiting' | 'retrying' | 'failed'): number =>
      queues.reduce((total, queue) => total + queue[count], 0);
    const counts = { waiting: sum('waiting'), retrying: sum('retrying'), failed: sum('failed') };
    const oldest = Math.max(...queues.map(({ oldestSeconds }) => oldestSeconds ?? 0));
    return [
      say('status:jobs.counts', counts),
      ...queues.map(({ name, ...queue }) => say('status:jobs.queue', { ...queue, queue: name })),
      ...(oldest > 0 ? [say('status:jobs.oldest', { age: ageWords(oldest * 1_000) })] : []),
    ];
  }
}
