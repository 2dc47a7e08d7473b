import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import { Listening } from './listening.js';
import { SecretBox } from './secret-box.js';

/** The time and the secret box, for everybody. */
@Global()
@Module({
  providers: [{ provide: Clock, useClass: SystemClock }, SecretBox, Listening],
  exports: [Clock, SecretBox, Listening],
})
export class SharedModule {}
