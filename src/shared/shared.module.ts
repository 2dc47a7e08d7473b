import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import { IdempotencyRepository } from './idempotency/idempotency.repository.js';
import { Listening } from './http/listening.js';
import { SecretBox } from './secret-box.js';
import { StatusBoard } from './status-board.js';

/** The time, the secret box and what was answered already, for everybody. */
@Global()
@Module({
  providers: [
    { provide: Clock, useClass: SystemClock },
    SecretBox,
    Listening,
    StatusBoard,
    IdempotencyRepository,
  ],
  exports: [Clock, SecretBox, Listening, StatusBoard, IdempotencyRepository],
})
export class SharedModule {}
