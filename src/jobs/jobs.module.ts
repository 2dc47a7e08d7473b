import { Module } from '@nestjs/common';
import { JobStatus } from './job-status.js';
import { Jobs } from './jobs.js';

/** One job queue for the process, whoever imports it. */
@Module({ providers: [Jobs, JobStatus], exports: [Jobs] })
export class JobsModule {}
