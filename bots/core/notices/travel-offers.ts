import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { type HostClocks, zoneAt } from '../../../src/calendars/settings/zone-at.js';
import { canonicalTimeZone } from '../../../src/calendars/words/time-zone-names.js';
import { type ChatPerson, Identities } from '../../../src/hosts/identities.service.js';
import { OfferedZones } from '../../../src/hosts/offered-zones.repository.js';
import { Clock } from '../../../src/shared/clock.js';
import { DAY } from '../../../src/slots/interval.js';
import { localDateOf, offsetMinutesAt } from '../../../src/slots/wall-clock.js';
import { type TravelOffer, travelOffer } from '../cards/travel-offer.card.js';
import { ChatPlatforms } from '../chat-platforms.js';
import { CurrentCalendar } from '../commands/current-calendar.js';

/** So far ahead two clocks must agree for nobody to notice that they are two. */
const SAME_FOR_DAYS = 14;

/** Offers a host whose platform says that they are elsewhere to show their hours by the clock there. */
@Injectable()
export class TravelOffers {
  constructor(
    private readonly identities: Identities,
    private readonly current: CurrentCalendar,
    private readonly zones: OfferedZones,
    private readonly platforms: ChatPlatforms,
    private readonly clock: Clock,
  ) {}

  /**
   * `name` is the zone that their platform has for them now. Each is offered once, until they have been
   * at home again; to nobody without a calendar of their own.
   */
  async offerTravelZone(person: ChatPerson, name: string): Promise<void> {
    const zone = canonicalTimeZone(name);
    const caller = await this.identities.known(person);
    if (zone === null || !caller?.hostId) return;
    const calendar = await this.current.of(caller);
    if (!calendar.ok) return;
    const now = this.clock.now();
    const offer = offerOf(calendar.value, zone, now);
    if (offer === null) {
      const isHome = isSameClock(zone, calendar.value.settings.timeZone, now);
      return isHome ? this.zones.forget(caller.id) : undefined;
    }
    if (!(await this.zones.claim(caller.id, zone))) return;
    const told = await this.platforms
      .get(caller.platform)
      .tell(caller, travelOffer(offer))
      .catch(() => null);
    if (told?.ok !== true) await this.zones.release(caller.id, zone);
  }
}

/** Null where their hours go by that clock already. */
function offerOf(
  { id: calendarId, settings }: CalendarConfiguration,
  zone: string,
  now: number,
): TravelOffer | null {
  const present = zoneAt(settings, now);
  if (isSameClock(zone, present, now)) return null;
  const isHome = isSameClock(zone, settings.timeZone, now);
  const { title } = settings;
  const today = localDateOf(zone, now);
  return {
    ...{ calendarId, title, present, today },
    zone: isHome ? settings.timeZone : zone,
    tripEnds: isHome ? lastOfTrip(settings, now) : null,
  };
}

/** The last day of the trip that they are on. */
function lastOfTrip({ travel }: HostClocks, now: number): string | null {
  const trip = travel.find(({ from, to, timeZone }) => {
    const date = localDateOf(timeZone, now);
    return from <= date && date <= to;
  });
  return trip?.to ?? null;
}

/** Platforms name a clock by one of its cities: in Berlin it is that of Amsterdam. */
const isSameClock = (one: string, other: string, now: number): boolean =>
  Array.from({ length: SAME_FOR_DAYS + 1 }, (_, day) => now + day * DAY).every(
    (at) => offsetMinutesAt(one, at) === offsetMinutesAt(other, at),
  );
