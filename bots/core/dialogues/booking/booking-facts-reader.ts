import { Injectable } from '@nestjs/common';
import type { AvailabilityQuery } from '../../../../src/availability/availability.service.js';
import { AttendeeBookings } from '../../../../src/bookings/appointments/attendee-bookings.repository.js';
import { BookingOffer } from '../../../../src/bookings/booking-offer.js';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import type { BookingProblem } from '../../../../src/bookings/booking.errors.js';
import { closedProblem, tooLateProblem } from '../../../../src/bookings/changeable.js';
import { BookablePeople } from '../../../../src/calendars/bookable-people.service.js';
import {
  asOpenFor,
  type CalendarConfiguration,
  calendarState,
} from '../../../../src/calendars/calendar-configuration.js';
import { announceLocation } from '../../../../src/calendars/locations/location-words.js';
import { CalendarRepository } from '../../../../src/calendars/calendar.repository.js';
import { afterText } from '../../../../src/calendars/settings/after-booking-setting.js';
import type { HostClocks } from '../../../../src/calendars/settings/zone-at.js';
import { offeredDurations } from '../../../../src/calendars/settings/duration-setting.js';
import { moveQuery } from '../../../../src/bookings/move-offer.service.js';
import { Database } from '../../../../src/database/database.js';
import { HostName } from '../../../../src/hosts/host-name.service.js';
import { say } from '../../../../src/language/say.js';
import { MailOut } from '../../../../src/notifications/mail/delivery/mail-out.js';
import { Clock } from '../../../../src/shared/clock.js';
import { toldApart } from '../../commands/book/told-apart.js';
import { pauseEnd } from '../../pause-end.js';
import type { BookingFacts, OfferedCalendar } from './booking-facts.js';
import { type BookingField, bookingFields, moveFields } from './booking-fields.js';
import type { BookingState } from './booking-state.js';
import { OfferedTimes } from '../other-time/offered-times.js';
import type { Talker } from '../talker.js';
import { isFree, likelyTime } from '../time-choice/time-choice.dialogue.js';

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
    private readonly offer: BookingOffer,
    private readonly mailOut: MailOut,
    private readonly clock: Clock,
  ) {}

  async of(talker: Talker, state: BookingState): Promise<BookingFacts> {
    const now = this.clock.now();
    const people = state.hostId === null ? await this.peopleFor(talker) : [];
    const own = await this.bookingsOf(talker, now);
    const moving = own.find(({ uid }) => uid === state.movingUid);
    const { open, pausedUntil } = await this.calendarsOf(state, moving);
    const chosen = open.find(({ id }) => id === state.calendarId);
    const offered = chosen ? await this.offered(chosen, { state, moving }) : NOTHING_OFFERED;
    return {
      ...{ now, clocks: clocksOf(state), ...offered },
      people,
      hostName: moving?.hostName ?? open[0]?.host.name ?? (await this.hostName(state)),
      openBookings: own
        .filter(({ hostId, startsAt }) => hostId === state.hostId && startsAt.getTime() > now)
        .map(({ uid, title, startsAt }) => ({ uid, title, start: startsAt.getTime() })),
      calendars: open.map(offeredCalendar),
      pausedUntil,
      fields: chosen ? await this.fields(chosen, talker, moving) : [],
      hindrance: state.movingUid === null ? null : moveHindrance(chosen, moving, now),
      afterText: chosen ? afterText(chosen.settings) : null,
    };
  }

  private hostName({ hostId }: BookingState): Promise<string> {
    return hostId === null ? Promise.resolve('') : this.names.of(hostId);
  }

  /** Whom this person can book here. */
  async peopleFor({ caller }: Talker): Promise<BookingFacts['people']> {
    const all = await this.people.of(caller);
    const others = all.filter(({ hostId, isListed }) => isListed && hostId !== caller.hostId);
    return toldApart(others).map(({ hostId, label }) => ({ id: hostId, name: label }));
  }

  private bookingsOf({ caller }: Talker, now: number): Promise<Booking[]> {
    return this.database.read((entities) =>
      this.bookings.upcoming(entities, { identityId: caller.id, now }),
    );
  }

  /** What takes bookings now; of a booking that moves only its own calendar, open for it whoever has it. */
  private calendarsOf(
    { hostId }: BookingState,
    moving: Booking | undefined,
  ): Promise<HostCalendars> {
    return this.database.read(async (entities) => {
      if (moving) {
        const own = await this.calendars.findById(entities, moving.calendarId);
        return { open: own ? [asOpenFor(own, moving.hostId)] : [], pausedUntil: null };
      }
      const all = hostId === null ? [] : await this.calendars.ofHost(entities, hostId);
      const now = this.clock.now();
      const open = all.filter((calendar) => calendarState(calendar, now).kind === 'open');
      return { open, pausedUntil: open.length > 0 ? null : pauseEnd(all, now) };
    });
  }

  private async offered(configuration: CalendarConfiguration, asked: Asked): Promise<Offered> {
    const { state, moving } = asked;
    const query = this.query(configuration, asked);
    if (query === null || state.timeZone === null) return NOTHING_OFFERED;
    const choosing = { clocks: clocksOf(state), wish: state.wish };
    const without = moving ? [moving.startsAt.getTime()] : [];
    const days = await this.times.days(query, choosing, without);
    const at = state.wish && likelyTime(state.wish, days);
    const isRefused = at !== null && state.start === null && !isFree(days, at);
    if (!isRefused) return { days, whyNot: null };
    return {
      days,
      whyNot: without.includes(at) ? say('other:sameTime') : await this.refusal(query, at),
    };
  }

  /** Null until it is known how long they want to meet. */
  private query(
    configuration: CalendarConfiguration,
    { state: { durationMinutes, hold }, moving }: Asked,
  ): (AvailabilityQuery & { readonly durationMinutes: number }) | null {
    if (durationMinutes === null) return null;
    const now = this.clock.now();
    if (moving) return moveQuery(moving, configuration, now);
    return { configuration, now, durationMinutes, hold: hold ?? undefined };
  }

  /** A rule of the calendar; null where the time is somebody else's, which is nobody's business. */
  private async refusal(query: AvailabilityQuery, at: number): Promise<string | null> {
    const problem = await this.database.read((entities) => this.offer.refusal(entities, query, at));
    const isRule = problem?.kind === 'slot-not-offered';
    return isRule ? say(`problems:notOffered.${problem.step}`) : null;
  }

  private async fields(
    configuration: CalendarConfiguration,
    { caller, platform }: Talker,
    moving: Booking | undefined,
  ): Promise<BookingField[]> {
    if (moving) return moveFields(configuration);
    const { email, isReachable } = await platform.profileOf(caller);
    const name = await this.names.called(caller);
    const { isSending: isMailed } = this.mailOut;
    return bookingFields(configuration, { name, email, isReachable, isMailed });
  }
}

/** Whoever books goes by one clock. */
const clocksOf = ({ timeZone }: BookingState): HostClocks => ({
  timeZone: timeZone ?? 'UTC',
  travel: [],
});

type HostCalendars = Pick<BookingFacts, 'pausedUntil'> & {
  readonly open: readonly CalendarConfiguration[];
};

/** The times that can be had, and why the one that was wished for is not among them. */
type Offered = Pick<BookingFacts, 'days' | 'whyNot'>;

const NOTHING_OFFERED: Offered = { days: [], whyNot: null };

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

const offeredCalendar = ({ id, host, settings }: CalendarConfiguration): OfferedCalendar => ({
  ...{ id, title: settings.title, durations: offeredDurations(settings) },
  timeZone: settings.timeZone,
  place: announceLocation(settings.location, host.name),
});
