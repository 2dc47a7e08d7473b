import { Injectable } from '@nestjs/common';

/** The one source of the present time, so that a test can fix it. Epoch milliseconds. */
export abstract class Clock {
  abstract now(): number;

  /** The time by which a booking transaction decides, given the database's. */
  abstract inTransaction(databaseNow: number): number;
}

@Injectable()
export class SystemClock extends Clock {
  override now(): number {
    return Date.now();
  }

  /** The database's clock: instances whose own clocks differ must still agree. */
  override inTransaction(databaseNow: number): number {
    return Math.floor(databaseNow);
  }
}
