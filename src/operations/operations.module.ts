import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { HealthController } from './health.controller.js';
import { ProductStatus } from './product-status.js';
import { Readiness } from './readiness.js';
import { Shutdown } from './shutdown.js';
import { SweepJob } from './sweep.job.js';

@Module({
  imports: [JobsModule],
  controllers: [HealthController],
  providers: [ProductStatus, Readiness, Shutdown, SweepJob],
  exports: [Readiness],
})
export class OperationsModule {}
