import { Injectable } from '@nestjs/common';

/** The one source of the present time, so that a test can fix it. */
export abstract class Clock {
  /** Epoch milliseconds. */
  abstract now(): number;
}

@Injectable()
export class SystemClock extends Clock {
  override now(): number {
    return Date.now();
  }
}
