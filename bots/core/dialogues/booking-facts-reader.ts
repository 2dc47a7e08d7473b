import { Injectable } from '@nestjs/common';
import { Availability } from '../../../src/availability/availability.service.js';
import { startWindow } from '../../../src/availability/start-window.js';
import { AttendeeBookings } from '../../../src/bookings/attendee-bookings.repository.js';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { BookablePeople } from '../../../src/calendars/bookable-people.service.js';
import {
  asOpenFor,
  type CalendarConfiguration,
  calendarState,
} from '../../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import { offeredDurations } from '../../../src/calendars/settings/duration-setting.js';
import { moveQuery } from '../../../src/bookings/move-booking.service.js';
import { Database } from '../../../src/database/database.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { Host } from '../../../src/hosts/host.entity.js';
import { Clock } from '../../../src/shared/clock.js';
import type { ChatPlatform } from '../chat-platform.js';
import type { BookingFacts, OfferedCalendar, OfferedDay } from './booking-facts.js';
import { type BookingField, bookingFields } from './booking-fields.js';
import type { BookingState } from './booking-state.js';
import { offeredDays } from './offered-days.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Nobody leafs through more days than these; a date further away can be named. */
const AHEAD = 62 * DAY;

/** Whoever books, and where. */
export interface Talker {
  readonly caller: ChatIdentity;
  readonly platform: ChatPlatform;
}

/** Asks the world what a state of the dialogue needs to know. */
@Injectable()
export class BookingFactsReader {
  constructor(
    private readonly database: Database,
    private readonly people: BookablePeople,
    private readonly calendars: CalendarRepository,
    private readonly bookings: AttendeeBookings,
    private readonly availability: Availability,
    private readonly clock: Clock,
  ) {}

  async of(talker: Talker, state: BookingState): Promise<BookingFacts> {
    const now = this.clock.now();
    const people = state.hostId === null ? await this.peopleFor(talker) : [];
    const own = await this.bookingsOf(talker, now);
    const moving = own.find(({ uid }) => uid === state.movingUid);
    const open = await this.openCalendars(state, moving);
    const chosen = open.find(({ id }) => id === state.calendarId);
    return {
      now,
      people,
      hostName: moving?.hostName ?? open[0]?.host.name ?? (await this.hostName(state)),
      openBookings: own
        .filter(({ hostId, startsAt }) => hostId === state.hostId && startsAt.getTime() > now)
        .map(({ uid, title, startsAt }) => ({ uid, title, start: startsAt.getTime() })),
      calendars: open.map(offeredCalendar),
      days: chosen ? await this.days(chosen, state, moving) : [],
      fields: chosen ? await this.fields(chosen, talker) : [],
    };
  }

  private async hostName({ hostId }: BookingState): Promise<string> {
    if (hostId === null) return '';
    const host = await this.database.read((entities) => entities.findOne(Host, { id: hostId }));
    return host?.name ?? '';
  }

  private async peopleFor({ caller }: Talker): Promise<BookingFacts['people']> {
    const all = await this.people.of(caller);
    return all
      .filter(({ hostId, isListed }) => isListed && hostId !== caller.hostId)
      .map(({ hostId, name }) => ({ id: hostId, name }));
  }

  private bookingsOf({ caller }: Talker, now: number): Promise<Booking[]> {
    return this.database.read((entities) =>
      this.bookings.upcoming(entities, { identityId: caller.id, now }),
    );
  }

  /** What takes bookings now; of a booking that moves only its own calendar, open for it whoever has it. */
  private openCalendars(
    { hostId }: BookingState,
    moving: Booking | undefined,
  ): Promise<CalendarConfiguration[]> {
    return this.database.read(async (entities) => {
      if (moving) {
        const own = await this.calendars.findById(entities, moving.calendarId);
        return own ? [asOpenFor(own, moving.hostId)] : [];
      }
      const all = hostId === null ? [] : await this.calendars.ofHost(entities, hostId);
      const now = this.clock.now();
      return all.filter((calendar) => calendarState(calendar, now).kind === 'open');
    });
  }

  private async days(
    configuration: CalendarConfiguration,
    state: BookingState,
    moving: Booking | undefined,
  ): Promise<OfferedDay[]> {
    const { timeZone, wish, durationMinutes } = state;
    if (timeZone === null || durationMinutes === null) return [];
    const now = this.clock.now();
    const { settings } = configuration;
    const { from = now, to } = startWindow(settings, now);
    const furthest = Math.max(from + AHEAD, (wish?.at ?? dayEnd(wish?.to)) + DAY);
    const range = {
      start: Math.max(from, now),
      end: Math.min(to, furthest) + durationMinutes * MINUTE,
    };
    const query = moving
      ? moveQuery(moving, configuration, now)
      : { configuration, now, durationMinutes };
    const slots = await this.database.read((entities) =>
      this.availability.slots(entities, query, range),
    );
    const others = slots.filter(({ start }) => start !== moving?.startsAt.getTime());
    return offeredDays(others, timeZone);
  }

  private async fields(
    configuration: CalendarConfiguration,
    { caller, platform }: Talker,
  ): Promise<BookingField[]> {
    const { email, isReachable } = await platform.profileOf(caller);
    return bookingFields(configuration, { name: caller.name, email, isReachable });
  }
}

const dayEnd = (date: string | null | undefined): number => (date ? Date.parse(date) + DAY : 0);

const offeredCalendar = ({ id, settings }: CalendarConfiguration): OfferedCalendar => ({
  ...{ id, title: settings.title, durations: offeredDurations(settings) },
  timeZone: settings.timeZone,
});
