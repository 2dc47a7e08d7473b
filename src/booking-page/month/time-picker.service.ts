import { Injectable } from '@nestjs/common';
import {
  Availability,
  type AvailabilityQuery,
  meetingEnd,
} from '../../availability/availability.service.js';
import { startWindow } from '../../availability/start-window.js';
import { Database } from '../../database/database.js';
import { type Interval, intersection } from '../../slots/interval.js';
import { localDateOf } from '../../slots/wall-clock.js';
import type { AskedMonth } from './asked-month.js';
import type { ShownIn } from '../shown-in.js';
import { chooseDay, type DayChoice, daysOf, type DaysOfSlots } from './day-choice.js';
import { monthAt, monthInterval, monthOf, type MonthSpan, neighbours } from './months.js';
import type { Picker } from '../views/month/picker.view.js';

/** What to look through, and how the reader wants it shown. */
interface PickerWish extends AvailabilityQuery {
  readonly asked: AskedMonth;
  readonly shownIn: ShownIn;
}

/** Days, and what to show of them. */
interface Found {
  readonly days: DaysOfSlots;
  readonly choice: DayChoice;
}

/** Finds the month, the day and the times that a page offers. */
@Injectable()
export class TimePicker {
  constructor(
    private readonly availability: Availability,
    private readonly database: Database,
  ) {}

  /** One statement; a second one, over the whole booking window, where the month has no answer. */
  async picker(wish: PickerWish): Promise<Picker> {
    const { configuration, now, shownIn } = wish;
    const { zone, hourCycle } = shownIn.face;
    const months = bookableMonths(wish);
    const { days, choice } = await this.find(wish, months);
    const inMonth = [...days].filter(([date]) => monthOf(date) === choice.month);
    const window = configuration.settings.bookingWindow;
    return {
      ...choice,
      ...neighbours(choice.month, months),
      today: localDateOf(zone, now),
      days: inMonth.map(([date, slots]) => ({ date, times: slots.length })),
      zone: {
        ...{ name: zone, now, guessed: shownIn.isGuessed },
        ...{ unknown: shownIn.unknownZone, locked: shownIn.isLocked },
      },
      hourCycle,
      windowDays: window.kind === 'rolling' ? window.days : undefined,
    };
  }

  private async find(wish: PickerWish, { first }: MonthSpan): Promise<Found> {
    const { asked, shownIn } = wish;
    const wanted = { ...asked, month: asked.month ?? first };
    const days = await this.days(wish, monthInterval(shownIn.face.zone, wanted.month));
    const choice = chooseDay(days, wanted);
    if (isSettled(choice)) return { days, choice };
    const all = await this.days(wish, bookableSpan(wish));
    const [firstFree] = all.keys();
    const month = asked.month ?? (firstFree === undefined ? first : monthOf(firstFree));
    return { days: all, choice: chooseDay(all, { ...asked, month }) };
  }

  /** The starts within `range` that may be booked, by day. */
  private async days(wish: PickerWish, range: Interval): Promise<DaysOfSlots> {
    const { start, end } = intersection(range, bookableSpan(wish));
    if (start >= end) return new Map();
    // The last one starts inside the range and may end behind it.
    const slots = await this.database.read((entities) =>
      this.availability.slots(entities, wish, { start, end: meetingEnd(wish, end) }),
    );
    const starting = slots.filter((slot) => slot.start < end);
    return daysOf(starting, wish.shownIn.face.zone);
  }
}

/** Whether the days known so far say all that the page tells. */
function isSettled({ chosen, nextFree }: DayChoice): boolean {
  if (chosen === undefined) return false;
  return chosen.slots.length > 0 || (nextFree !== undefined && nextFree > chosen.date);
}

/** Between now and the end of the booking window; empty when that lies in the past. */
function bookableSpan({ configuration, now }: AvailabilityQuery): Interval {
  const { from = now, to } = startWindow(configuration.settings, now);
  return { start: Math.max(from, now), end: to };
}

function bookableMonths(wish: PickerWish): MonthSpan {
  const { zone } = wish.shownIn.face;
  const { start, end } = bookableSpan(wish);
  const first = monthAt(zone, start);
  return { first, last: start < end ? monthAt(zone, end - 1) : first };
}
