import { Module } from '@nestjs/common';
import { Jobs } from './jobs.js';

/** One job queue for the process, whoever imports it. */
@Module({ providers: [Jobs], exports: [Jobs] })
export class JobsModule {}
