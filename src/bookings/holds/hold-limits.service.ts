import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Availability, type AvailabilityQuery } from '../../availability/availability.service.js';
import { Env } from '../../config/env.js';
import { merge, MINUTE } from '../../slots/interval.js';
import { endOfDate, localDateOf, startOfDate } from '../../slots/wall-clock.js';
import { VisitorHolds } from './visitor-holds.repository.js';

/** How many times of one host somebody may hold at once. */
const MOST_OF_ADDRESS = 3;
/** How much of a day's free time may be held for people who only fill in a form. */
const MOST_OF_DAY = 0.2;

/**
 * Keeps holds from emptying a calendar. One address holds three times of a host at most. Of the free
 * time of a local day a fifth at most is held, though always one meeting: whoever finds no room fills
 * in the form without a hold and books what is free when they send it.
 */
@Injectable()
export class HoldLimits {
  constructor(
    private readonly availability: Availability,
    private readonly holds: VisitorHolds,
    private readonly env: Env,
  ) {}

  /** Under the host's lock. */
  async haveRoom(
    entities: EntityManager,
    query: AvailabilityQuery,
    { start, address }: { readonly start: number; readonly address: string },
  ): Promise<boolean> {
    if (!this.env.rateLimits) return true;
    const { host, settings } = query.configuration;
    const day = wholeDay(settings.timeZone, start);
    const held = await this.holds.share(entities, { hostId: host.id, address, span: day });
    if (held.ofAddress >= MOST_OF_ADDRESS) return false;
    if (held.minutes === 0) return true;
    const free = merge(await this.availability.slots(entities, query, day));
    const freeMinutes = free.reduce((sum, { start, end }) => sum + (end - start) / MINUTE, 0);
    const most = MOST_OF_DAY * (freeMinutes + held.minutes);
    return held.minutes + (query.durationMinutes ?? settings.durationMinutes) <= most;
  }
}

function wholeDay(timeZone: string, start: number) {
  const date = localDateOf(timeZone, start);
  return { start: startOfDate(timeZone, date), end: endOfDate(timeZone, date) };
}
