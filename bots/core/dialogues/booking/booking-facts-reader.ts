import { Injectable } from '@nestjs/common';
import { AttendeeBookings } from '../../../../src/bookings/appointments/attendee-bookings.repository.js';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import type { BookingProblem } from '../../../../src/bookings/booking.errors.js';
import { closedProblem, tooLateProblem } from '../../../../src/bookings/changeable.js';
import { BookablePeople } from '../../../../src/calendars/bookable-people.service.js';
import {
  asOpenFor,
  type CalendarConfiguration,
  calendarState,
} from '../../../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../../../src/calendars/calendar.repository.js';
import { afterText } from '../../../../src/calendars/settings/after-booking-setting.js';
import type { HostClocks } from '../../../../src/calendars/settings/zone-at.js';
import { offeredDurations } from '../../../../src/calendars/settings/duration-setting.js';
import { moveQuery } from '../../../../src/bookings/move-offer.service.js';
import { Database } from '../../../../src/database/database.js';
import { HostName } from '../../../../src/hosts/host-name.service.js';
import { Clock } from '../../../../src/shared/clock.js';
import type { BookingFacts, OfferedCalendar, OfferedDay } from './booking-facts.js';
import { type BookingField, bookingFields, moveFields } from './booking-fields.js';
import type { BookingState } from './booking-state.js';
import { OfferedTimes } from '../other-time/offered-times.js';
import type { Talker } from '../talker.js';

/** Asks the world what a state of the dialogue needs to know. */
@Injectable()
export class BookingFactsReader {
  constructor(
    private readonly database: Database,
    private readonly people: BookablePeople,
    private readonly calendars: CalendarRepository,
    private readonly bookings: AttendeeBookings,
    private readonly times: OfferedTimes,
    private readonly names: HostName,
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
      clocks: clocksOf(state),
      people,
      hostName: moving?.hostName ?? open[0]?.host.name ?? (await this.hostName(state)),
      openBookings: own
        .filter(({ hostId, startsAt }) => hostId === state.hostId && startsAt.getTime() > now)
        .map(({ uid, title, startsAt }) => ({ uid, title, start: startsAt.getTime() })),
      calendars: open.map(offeredCalendar),
      days: chosen ? await this.days(chosen, { state, moving }) : [],
      fields: chosen ? await this.fields(chosen, talker, moving) : [],
      hindrance: state.movingUid === null ? null : moveHindrance(chosen, moving, now),
      afterText: chosen ? afterText(chosen.settings) : null,
    };
  }

  private hostName({ hostId }: BookingState): Promise<string> {
    return hostId === null ? Promise.resolve('') : this.names.of(hostId);
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
    { state, moving }: Asked,
  ): Promise<OfferedDay[]> {
    const { durationMinutes, timeZone, wish } = state;
    if (durationMinutes === null || timeZone === null) return [];
    const choosing = { clocks: clocksOf(state), wish };
    const now = this.clock.now();
    if (moving) {
      const query = moveQuery(moving, configuration, now);
      return this.times.days(query, choosing, [moving.startsAt.getTime()]);
    }
    const hold = state.hold ?? undefined;
    return this.times.days({ configuration, now, durationMinutes, hold }, choosing);
  }

  private async fields(
    configuration: CalendarConfiguration,
    { caller, platform }: Talker,
    moving: Booking | undefined,
  ): Promise<BookingField[]> {
    if (moving) return moveFields(configuration);
    const { email, isReachable } = await platform.profileOf(caller);
    const name = await this.names.called(caller);
    return bookingFields(configuration, { name, email, isReachable });
  }
}

/** Whoever books goes by one clock. */
const clocksOf = ({ timeZone }: BookingState): HostClocks => ({
  timeZone: timeZone ?? 'UTC',
  travel: [],
});

interface Asked {
  readonly state: BookingState;
  readonly moving: Booking | undefined;
}

/** Why attendees can no longer move it by themselves; null when they can. */
function moveHindrance(
  calendar: CalendarConfiguration | undefined,
  booking: Booking | undefined,
  now: number,
): BookingProblem | null {
  if (!calendar || !booking) return { kind: 'not-found' };
  const { settings } = calendar;
  const wish = { booking, settings, change: 'move', actor: 'attendee', now } as const;
  return closedProblem(booking, now) ?? tooLateProblem(wish);
}

const offeredCalendar = ({ id, settings }: CalendarConfiguration): OfferedCalendar => ({
  ...{ id, title: settings.title, durations: offeredDurations(settings) },
  timeZone: settings.timeZone,
});
