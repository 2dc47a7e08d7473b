import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { Env } from '../../config/env.js';
import { ValidationPipe } from './body-validation.js';
import { logging } from '../logs/logging.js';
import { ProblemFilter } from './problem-filter.js';
import { PublicRouteGuard } from './public-route.js';
import { RateLimitGuard } from '../limits/rate-limit.guard.js';
import { RateLimiter } from '../limits/rate-limiter.js';

/** What every route gets: logs, guards, validated input, and problems instead of errors. */
@Global()
@Module({
  imports: [LoggerModule.forRootAsync({ inject: [Env], useFactory: logging })],
  providers: [
    RateLimiter,
    { provide: APP_GUARD, useClass: PublicRouteGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_PIPE, useClass: ValidationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [RateLimiter],
})
export class HttpModule {}
