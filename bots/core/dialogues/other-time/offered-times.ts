import { Injectable } from '@nestjs/common';
import {
  Availability,
  type AvailabilityQuery,
} from '../../../../src/availability/availability.service.js';
import { startWindow } from '../../../../src/availability/start-window.js';
import type { HostClocks } from '../../../../src/calendars/settings/zone-at.js';
import { Database } from '../../../../src/database/database.js';
import { DAY, MINUTE } from '../../../../src/slots/interval.js';
import type { OfferedDay } from '../booking/booking-facts.js';
import { offeredDays } from './offered-days.js';
import type { TimeState } from '../time-choice/time-state.js';

/** Nobody leafs through more days than these; a date further away can be named. */
const AHEAD = 62 * DAY;

/** Who chooses: by which clocks, and what they wish for. */
interface Choosing extends Pick<TimeState, 'wish'> {
  readonly clocks: HostClocks;
}

/** The times from which a dialogue lets somebody choose. */
@Injectable()
export class OfferedTimes {
  constructor(
    private readonly database: Database,
    private readonly availability: Availability,
  ) {}

  /** By their dates on the chooser's clocks, as far ahead as they look, without these starts. */
  async days(
    query: AvailabilityQuery & { readonly durationMinutes: number },
    { clocks, wish }: Choosing,
    without: readonly number[] = [],
  ): Promise<OfferedDay[]> {
    const { now, configuration, durationMinutes } = query;
    const { from = now, to } = startWindow(configuration.settings, now);
    const furthest = Math.max(from + AHEAD, (wish?.at ?? dayEnd(wish?.to)) + DAY);
    const range = {
      start: Math.max(from, now),
      end: Math.min(to, furthest) + durationMinutes * MINUTE,
    };
    const slots = await this.database.read((entities) =>
      this.availability.slots(entities, query, range),
    );
    const offered = slots.filter(({ start }) => !without.includes(start));
    return offeredDays(offered, clocks);
  }
}

const dayEnd = (date: string | null | undefined): number => (date ? Date.parse(date) + DAY : 0);
