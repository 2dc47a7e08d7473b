import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Clock } from '../../shared/clock.js';
import { RateLimiter } from '../../shared/limits/rate-limiter.js';
import type { Booking } from '../booking.entity.js';
import { BookingRepository } from '../booking.repository.js';
import { isUid } from '../booking-uid.js';

/** What somebody shows who wants to manage a booking. */
export interface ShownToken {
  readonly uid: string;
  readonly token: string;
  /** Whom the limit counts, see `addressKey`. */
  readonly address: string;
}

/** Opens a booking to whoever holds its manage token, and makes guessing pointless. */
@Injectable()
export class ManageAccess {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingRepository,
    private readonly limiter: RateLimiter,
    private readonly clock: Clock,
  ) {}

  /** Null for another host's booking, and for one that does not exist. */
  ofHost(uid: string, hostId: string): Promise<Booking | null> {
    return this.database.read((entities) =>
      this.bookings.findOwn(entities, { uid: readable(uid), hostId }),
    );
  }

  /**
   * Null for a wrong, an expired or another booking's token, after the same work each time.
   * @throws ProblemError `rate-limited` after too many such tokens from one address.
   */
  async find({ uid, token, address }: ShownToken): Promise<Booking | null> {
    await this.limiter.demand('badToken', address);
    const key = { uid: readable(uid), token, now: this.clock.now() };
    const booking = await this.database.read((entities) =>
      this.bookings.findByToken(entities, key),
    );
    if (!booking) await this.limiter.take('badToken', address).catch(() => undefined);
    return booking;
  }
}

const readable = (uid: string): string => (isUid(uid) ? uid : '');
