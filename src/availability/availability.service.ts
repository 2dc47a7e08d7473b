import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import type { MinimumNotice } from '../calendars/settings/calendar-settings.js';
import { findSlots, type Slot, type SlotRequest } from '../slots/find-slots.js';
import { explainSlot, type SlotExplanation } from '../slots/explain-slot.js';
import type { Interval } from '../slots/interval.js';
import { BusyRepository } from './busy.repository.js';
import { noticeEnd, startWindow } from './start-window.js';

/** A question about the free times of one calendar. Instants are epoch milliseconds. */
export interface AvailabilityQuery {
  readonly configuration: CalendarConfiguration;
  readonly now: number;
  /** The booking that is being moved: its own time does not stand in its way, its host stays. */
  readonly moving?: { readonly id: string; readonly hostId: string };
}

/** A meeting and a buffer last a day at most, so nothing two days away can reach a slot. */
const REACH = 2 * 86_400_000;
const MINUTE = 60_000;

/**
 * The shell round the slot engine: it loads what the engine needs, calls it and returns. Page, API,
 * chat and the check inside the booking transaction all ask here, so that they can never disagree.
 */
@Injectable()
export class Availability {
  constructor(private readonly taken: BusyRepository) {}

  async slots(entities: EntityManager, query: AvailabilityQuery, range: Interval): Promise<Slot[]> {
    return findSlots(await this.request(entities, query, range));
  }

  /** Why `start` is not offered; null when it is. */
  async explain(
    entities: EntityManager,
    query: AvailabilityQuery,
    start: number,
  ): Promise<SlotExplanation | null> {
    const end = start + query.configuration.settings.durationMinutes * MINUTE;
    const explanation = explainSlot(await this.request(entities, query, { start, end }), start);
    // To the engine, notice in days and longer is a part of the window.
    const isTooSoon = start < noticeEnd(query.configuration.settings, query.now);
    return explanation?.step === 'window' && isTooSoon ? { step: 'notice' } : explanation;
  }

  private async request(
    entities: EntityManager,
    query: AvailabilityQuery,
    range: Interval,
  ): Promise<SlotRequest> {
    const { configuration, now, moving } = query;
    const taken = await this.taken.takenTime(entities, {
      hostId: moving?.hostId ?? configuration.host.id,
      start: range.start - REACH,
      end: range.end + REACH,
      exceptBookingId: moving?.id ?? null,
    });
    return slotRequest(configuration, now, { ...range, ...taken });
  }
}

function slotRequest(
  configuration: CalendarConfiguration,
  now: number,
  { start, end, busy, bookings }: Interval & Pick<SlotRequest, 'busy' | 'bookings'>,
): SlotRequest {
  const { settings, overrides } = configuration;
  return {
    schedule: { timeZone: settings.timeZone, weekly: settings.weeklyHours, overrides },
    rules: {
      durationMinutes: settings.durationMinutes,
      startIncrementMinutes: settings.startIncrementMinutes,
      startOffsetMinutes: settings.startOffsetMinutes,
      bufferBeforeMinutes: settings.bufferBeforeMinutes,
      bufferAfterMinutes: settings.bufferAfterMinutes,
      minimumNoticeMinutes: elapsedNoticeMinutes(settings.minimumNotice),
      window: startWindow(settings, now),
    },
    busy,
    bookings,
    now,
    from: start,
    to: end,
  };
}

function elapsedNoticeMinutes({ amount, unit }: MinimumNotice): number {
  if (unit === 'minutes') return amount;
  return unit === 'hours' ? amount * 60 : 0;
}
