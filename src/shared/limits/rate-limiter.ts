import { Injectable, Logger } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Env } from '../../config/env.js';
import { say } from '../../language/say.js';
import { ProblemError } from '../problem.js';
import { RATE_LIMITS, type RateLimitedAction } from './rate-limits.js';

/** Counts what is done, in this process. Keys are addresses, e-mail addresses and ids. */
@Injectable()
export class RateLimiter {
  private readonly isOn: boolean;
  private readonly limiters: Readonly<Record<RateLimitedAction, RateLimiterMemory>>;

  constructor(env: Env) {
    this.isOn = env.rateLimits;
    if (!this.isOn) new Logger(RateLimiter.name).warn(say('start:rateLimitsOff'));
    this.limiters = {
      files: limiterOf('files'),
      slots: limiterOf('slots'),
      hold: limiterOf('hold'),
      keepHold: limiterOf('keepHold'),
      bookingAttempt: limiterOf('bookingAttempt'),
      bookingByAddress: limiterOf('bookingByAddress'),
      bookingByEmail: limiterOf('bookingByEmail'),
      bookingOfHost: limiterOf('bookingOfHost'),
      bookingChange: limiterOf('bookingChange'),
      apiKey: limiterOf('apiKey'),
      findLinks: limiterOf('findLinks'),
      badToken: limiterOf('badToken'),
      accountCode: limiterOf('accountCode'),
      chatWords: limiterOf('chatWords'),
      chatPresses: limiterOf('chatPresses'),
      chatNotice: limiterOf('chatNotice'),
    };
  }

  /** Counts one, or nothing when it throws. @throws ProblemError `rate-limited` when there were too many. */
  async take(action: RateLimitedAction, key: string): Promise<void> {
    if (!this.isOn) return;
    try {
      await this.limiters[action].consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      // The limiter counts what it refuses too, and would still do so when the rest is given back.
      await this.limiters[action].reward(key);
      throw rateLimited(refusal);
    }
  }

  /** Counts one if there is room, and says whether there was. */
  async allows(action: RateLimitedAction, key: string): Promise<boolean> {
    try {
      await this.take(action, key);
      return true;
    } catch (error) {
      if (error instanceof ProblemError) return false;
      throw error;
    }
  }

  /** Counts nothing. @throws ProblemError `rate-limited` when none is left. */
  async demand(action: RateLimitedAction, key: string): Promise<void> {
    if (!this.isOn) return;
    const state = await this.limiters[action].get(key);
    if (state !== null && state.consumedPoints >= RATE_LIMITS[action].times) {
      throw rateLimited(state);
    }
  }

  async giveBack(action: RateLimitedAction, key: string): Promise<void> {
    if (this.isOn) await this.limiters[action].reward(key);
  }
}

function limiterOf(action: RateLimitedAction): RateLimiterMemory {
  const { times, perSeconds } = RATE_LIMITS[action];
  return new RateLimiterMemory({ keyPrefix: action, points: times, duration: perSeconds });
}

function rateLimited({ msBeforeNext }: RateLimiterRes): ProblemError {
  const count = Math.max(1, Math.ceil(msBeforeNext / 1_000));
  const detail = say('problems:rateLimited', { count });
  return new ProblemError({ name: 'rate-limited', detail, retryAfterSeconds: count });
}
