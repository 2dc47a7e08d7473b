import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { hashToken } from '../shared/random.js';
import { blockedTime, clearOf } from '../slots/busy.js';
import { findSlots, type Slot, type SlotRequest } from '../slots/find-slots.js';
import { removingSteps, type SlotExplanation } from '../slots/explain-slot.js';
import { type Interval, MINUTE } from '../slots/interval.js';
import { BusyRepository, type TakenTime } from './busy.repository.js';
import { scheduleOf } from './calendar-schedule.js';
import { countedSpan } from './counted-span.js';
import { elapsedNoticeMinutes, noticeEnd, startWindow } from './start-window.js';

/** A question about the free times of one calendar. Instants are epoch milliseconds. */
export interface AvailabilityQuery {
  readonly configuration: CalendarConfiguration;
  readonly now: number;
  /** The length that the attendee picked; the calendar's first one when they did not. */
  readonly durationMinutes?: number;
  /**
   * The booking that is being moved: its own time does not stand in its way, nor does any that is
   * held for it; its host stays.
   */
  readonly moving?: { readonly id: string; readonly hostId: string };
  /** What is held for whoever asks does not stand in their own way. */
  readonly hold?: { readonly uid: string; readonly secret: string } | undefined;
}

/** A meeting and a buffer last a day at most, so nothing two days away can reach a slot. */
const REACH = 2 * 86_400_000;

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

  /** The first reason why `start` is not offered; null when it is. */
  async explain(
    entities: EntityManager,
    query: AvailabilityQuery,
    start: number,
  ): Promise<SlotExplanation | null> {
    return (await this.reasons(entities, query, start))[0] ?? null;
  }

  /** Everything that keeps `start` from being offered, in the order of the engine; nothing when it is. */
  async reasons(
    entities: EntityManager,
    query: AvailabilityQuery,
    start: number,
  ): Promise<SlotExplanation[]> {
    const end = meetingEnd(query, start);
    const removed = removingSteps(await this.request(entities, query, { start, end }), start);
    // To the engine, notice in days and longer is a part of the window.
    const isTooSoon = start < noticeEnd(query.configuration.settings, query.now);
    if (!isTooSoon) return removed;
    const named = removed.some(({ step }) => step === 'notice');
    return removed.flatMap((one) =>
      one.step !== 'window' ? [one] : named ? [] : [{ ...one, step: 'notice' }],
    );
  }

  /** Whether nothing else takes the time of a meeting at `start` and its breaks, whatever the rules say. */
  async isClear(
    entities: EntityManager,
    query: AvailabilityQuery,
    start: number,
  ): Promise<boolean> {
    const length = meetingMinutes(query) * MINUTE;
    const request = await this.request(entities, query, { start, end: start + length });
    return clearOf(blockedTime(request), [start], length).length > 0;
  }

  private async request(
    entities: EntityManager,
    query: AvailabilityQuery,
    range: Interval,
  ): Promise<SlotRequest> {
    const { configuration, now, moving, hold } = query;
    const counted = countedSpan(configuration.settings, range);
    const taken = await this.taken.takenTime(entities, {
      hostId: moving?.hostId ?? configuration.host.id,
      counted: counted && { ...counted, calendarId: configuration.id },
      start: range.start - REACH,
      end: range.end + REACH,
      now,
      exceptBookingId: moving?.id ?? null,
      exceptHold: hold ? { uid: hold.uid, secretHash: hashToken(hold.secret) } : null,
    });
    return slotRequest(query, { ...range, ...taken });
  }
}

/** The question about meetings of the length that somebody picked, if they did. */
export function queryOf(
  { durationMinutes }: { readonly durationMinutes?: number },
  configuration: CalendarConfiguration,
  now: number,
): AvailabilityQuery {
  return { configuration, now, ...(durationMinutes === undefined ? {} : { durationMinutes }) };
}

/** The end of a meeting that starts at `start`, epoch milliseconds. */
export const meetingEnd = (query: AvailabilityQuery, start: number): number =>
  start + meetingMinutes(query) * MINUTE;

const meetingMinutes = ({ configuration, durationMinutes }: AvailabilityQuery): number =>
  durationMinutes ?? configuration.settings.durationMinutes;

function slotRequest(
  query: AvailabilityQuery,
  { start, end, ...taken }: Interval & TakenTime,
): SlotRequest {
  const { configuration, now } = query;
  const { settings } = configuration;
  return {
    schedule: scheduleOf(configuration),
    rules: {
      durationMinutes: meetingMinutes(query),
      startIncrementMinutes: settings.startIncrementMinutes,
      startOffsetMinutes: settings.startOffsetMinutes,
      bufferBeforeMinutes: settings.bufferBeforeMinutes,
      bufferAfterMinutes: settings.bufferAfterMinutes,
      minimumNoticeMinutes: elapsedNoticeMinutes(settings),
      limits: settings.limits,
      window: startWindow(settings, now),
    },
    ...taken,
    now,
    from: start,
    to: end,
  };
}
