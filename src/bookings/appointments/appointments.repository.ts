import { Injectable } from '@nestjs/common';
import { type EntityManager, raw } from '@mikro-orm/postgresql';
import { DAY } from '../../slots/interval.js';
import { Booking } from '../booking.entity.js';
import { ofCode } from '../booking-uid.js';
import { ATTENDANCES } from '../booking-status.js';

export const APPOINTMENT_LISTS = ['upcoming', 'pending', 'past', 'cancelled', 'all'] as const;
export type AppointmentList = (typeof APPOINTMENT_LISTS)[number];

export interface AppointmentQuery {
  /** Whose appointments; several for somebody who acts for others. */
  readonly hostIds: readonly string[];
  readonly list: AppointmentList;
  /** Only those of one calendar. */
  readonly calendarId?: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly limit: number;
  readonly offset: number;
}

/** What to leave out of a list, and where in it to go on. */
export interface AppointmentSearch extends Omit<AppointmentQuery, 'offset'> {
  /** Only those that start in `[from, to)`, epoch milliseconds. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** A piece of the attendee's name or e-mail, or of the title. */
  readonly text?: string | undefined;
  /** The last one seen. */
  readonly after?: AppointmentPlace | undefined;
}

/** Where a booking stands in its list: by its start, and by its id among those that start with it. */
export interface AppointmentPlace {
  readonly startsAt: number;
  readonly id: string;
}

export interface AppointmentPage {
  readonly bookings: readonly Booking[];
  readonly total: number;
}

/** More of them somebody has not booked, but been booked by somebody else. */
const MOST_OF_ATTENDEE = 20;

/** The appointment lists of hosts. */
@Injectable()
export class Appointments {
  async page(entities: EntityManager, query: AppointmentQuery): Promise<AppointmentPage> {
    const [bookings, total] = await entities.findAndCount(
      Booking,
      {
        hostId: { $in: [...query.hostIds] },
        ...(query.calendarId === undefined ? {} : { calendarId: query.calendarId }),
        ...(await this.conditionOf(entities, query)),
      },
      {
        orderBy: { startsAt: isForward(query.list) ? 'asc' : 'desc', id: 'asc' },
        limit: query.limit,
        offset: query.offset,
      },
    );
    return { bookings, total };
  }

  /** How many the host has ahead; `now` in epoch milliseconds. */
  async countUpcoming(entities: EntityManager, hostId: string, now: number): Promise<number> {
    return entities.count(Booking, { hostId, ...condition('upcoming', new Date(now)) });
  }

  /** The list from a place on, which stays where it is while bookings come and go before it. */
  async search(entities: EntityManager, search: AppointmentSearch): Promise<Booking[]> {
    const { calendarId, list, limit } = search;
    const conditions = [
      { hostId: { $in: [...search.hostIds] } },
      await this.conditionOf(entities, search),
      ...(calendarId === undefined ? [] : [{ calendarId }]),
      ...startsBetween(search),
      ...(search.text === undefined ? [] : [mentions(search.text)]),
      ...(search.after === undefined ? [] : [beyond(search.after, isForward(list))]),
    ];
    const orderBy = { startsAt: isForward(list) ? 'asc' : 'desc', id: 'asc' } as const;
    return entities.find(Booking, { $and: conditions }, { orderBy, limit });
  }

  /** Live meetings that touch the span `[from, to)`, in order. */
  between(
    entities: EntityManager,
    hostIds: readonly string[],
    span: { readonly from: Date; readonly to: Date },
  ): Promise<Booking[]> {
    return entities.find(
      Booking,
      {
        hostId: { $in: [...hostIds] },
        status: { $in: ['pending', 'confirmed'] },
        startsAt: { $gt: dayBefore(span.from), $lt: span.to },
        endsAt: { $gt: span.from },
      },
      { orderBy: { startsAt: 'asc' } },
    );
  }

  /** Meetings that began in the span `[from, to)` and took place as far as is known, latest first. */
  begunWithin(
    entities: EntityManager,
    hostIds: readonly string[],
    { from, to, limit }: { readonly from: Date; readonly to: Date; readonly limit: number },
  ): Promise<Booking[]> {
    return entities.find(Booking, begun(hostIds, { from, to }), {
      orderBy: { startsAt: 'desc' },
      limit,
    });
  }

  /** The same in order, from the first one on, and how many there are in all. */
  async dayOf(
    entities: EntityManager,
    hostId: string,
    { from, to, limit }: { readonly from: Date; readonly to: Date; readonly limit: number },
  ): Promise<AppointmentPage> {
    const [bookings, total] = await entities.findAndCount(Booking, begun([hostId], { from, to }), {
      orderBy: { startsAt: 'asc', id: 'asc' },
      limit,
    });
    return { bookings, total };
  }

  /** The booking that is furthest ahead, whatever became of it. */
  latest(entities: EntityManager, hostIds: readonly string[]): Promise<Booking | null> {
    const ofHosts = { hostId: { $in: [...hostIds] }, status: { $ne: 'held' as const } };
    return entities.findOne(Booking, ofHosts, { orderBy: { startsAt: 'desc' } });
  }

  /** What is booked with this address and not over, soonest first. */
  ofAttendee(entities: EntityManager, email: string, now: number): Promise<Booking[]> {
    return entities.find(
      Booking,
      {
        [raw('lower(attendee_email)')]: email.toLowerCase(),
        status: { $in: ['pending', 'confirmed'] },
        endsAt: { $gt: new Date(now) },
      },
      { orderBy: { startsAt: 'asc' }, limit: MOST_OF_ATTENDEE },
    );
  }

  /** The bookings whose uid begins with `code`; more than one when the code is too short. */
  withCode(entities: EntityManager, hostIds: readonly string[], code: string): Promise<Booking[]> {
    const named = ofCode(code);
    return named
      ? entities.find(Booking, { hostId: { $in: [...hostIds] }, ...named })
      : Promise.resolve([]);
  }

  /** A booking that stands waits for its host, too, where its attendee asks to move it. */
  private async conditionOf(entities: EntityManager, { hostIds, list, now }: ListOfHosts) {
    const fits = condition(list, new Date(now));
    if (list !== 'pending') return fits;
    const asked = await entities.find(Booking, {
      ...{ hostId: { $in: [...hostIds] }, status: 'held', heldFor: 'move' },
      holdExpiresAt: { $gt: new Date(now) },
    });
    const ids = asked.flatMap(({ forBookingId }) => forBookingId ?? []);
    return { $or: [fits, { ...condition('upcoming', new Date(now)), id: { $in: ids } }] };
  }
}

type ListOfHosts = Pick<AppointmentQuery, 'hostIds' | 'list' | 'now'>;

const begun = (
  hostIds: readonly string[],
  { from, to }: { readonly from: Date; readonly to: Date },
) => ({
  ...{ hostId: { $in: [...hostIds] }, status: { $in: ['confirmed' as const, ...ATTENDANCES] } },
  startsAt: { $gte: from, $lt: to },
});

function condition(list: AppointmentList, now: Date) {
  switch (list) {
    case 'upcoming':
      return { status: { $in: ['pending' as const, 'confirmed' as const] }, ...endsAfter(now) };
    case 'pending':
      return { status: 'pending' as const, ...endsAfter(now) };
    case 'past':
      return {
        $or: [
          { status: { $in: [...ATTENDANCES] } },
          { status: 'confirmed' as const, endsAt: { $lte: now } },
        ],
      };
    case 'cancelled':
      return {
        status: {
          $in: ['cancelled' as const, 'declined' as const, 'expired' as const, 'no_show' as const],
        },
      };
    case 'all':
      return { status: { $ne: 'held' as const } };
  }
}

/** No meeting is longer than a day, which lets the index of starts find what is not over. */
const dayBefore = (instant: Date): Date => new Date(instant.getTime() - DAY);

const endsAfter = (instant: Date) => ({
  startsAt: { $gt: dayBefore(instant) },
  endsAt: { $gt: instant },
});

/** What is to come reads forward, what is over reads backward. */
const isForward = (list: AppointmentList): boolean => list === 'upcoming' || list === 'pending';

function startsBetween({ from, to }: AppointmentSearch) {
  return [
    ...(from === undefined ? [] : [{ startsAt: { $gte: new Date(from) } }]),
    ...(to === undefined ? [] : [{ startsAt: { $lt: new Date(to) } }]),
  ];
}

/** Whatever somebody types is looked for as it is, wildcards included. */
function mentions(text: string) {
  const $ilike = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return {
    $or: [{ attendeeName: { $ilike } }, { attendeeEmail: { $ilike } }, { title: { $ilike } }],
  };
}

function beyond({ startsAt: at, id }: AppointmentPlace, isAscending: boolean) {
  const startsAt = new Date(at);
  const further = isAscending ? { $gt: startsAt } : { $lt: startsAt };
  return { $or: [{ startsAt: further }, { startsAt, id: { $gt: id } }] };
}
