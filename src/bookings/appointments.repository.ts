import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Booking } from './booking.entity.js';
import { ATTENDANCES } from './booking-status.js';

export const APPOINTMENT_LISTS = ['upcoming', 'pending', 'past', 'cancelled', 'all'] as const;
export type AppointmentList = (typeof APPOINTMENT_LISTS)[number];

export interface AppointmentQuery {
  readonly hostId: string;
  readonly list: AppointmentList;
  /** Only those of one calendar. */
  readonly calendarId?: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly limit: number;
  readonly offset: number;
}

export interface AppointmentPage {
  readonly bookings: readonly Booking[];
  readonly total: number;
}

/** The appointment list of a host. */
@Injectable()
export class Appointments {
  async page(entities: EntityManager, query: AppointmentQuery): Promise<AppointmentPage> {
    const [bookings, total] = await entities.findAndCount(
      Booking,
      {
        hostId: query.hostId,
        ...(query.calendarId === undefined ? {} : { calendarId: query.calendarId }),
        ...condition(query.list, new Date(query.now)),
      },
      {
        orderBy: { startsAt: isForward(query.list) ? 'asc' : 'desc', id: 'asc' },
        limit: query.limit,
        offset: query.offset,
      },
    );
    return { bookings, total };
  }

  /** Live meetings that touch the span `[from, to)`, in order. */
  between(
    entities: EntityManager,
    hostId: string,
    span: { readonly from: Date; readonly to: Date },
  ): Promise<Booking[]> {
    return entities.find(
      Booking,
      {
        hostId,
        status: { $in: ['pending', 'confirmed'] },
        startsAt: { $lt: span.to },
        endsAt: { $gt: span.from },
      },
      { orderBy: { startsAt: 'asc' } },
    );
  }

  /** Meetings that began in the span `[from, to)` and took place as far as is known, latest first. */
  begunWithin(
    entities: EntityManager,
    hostId: string,
    { from, to, limit }: { readonly from: Date; readonly to: Date; readonly limit: number },
  ): Promise<Booking[]> {
    const status = { $in: ['confirmed' as const, ...ATTENDANCES] };
    return entities.find(
      Booking,
      { hostId, status, startsAt: { $gte: from, $lt: to } },
      { orderBy: { startsAt: 'desc' }, limit },
    );
  }

  /** The booking that is furthest ahead, whatever became of it. */
  latest(entities: EntityManager, hostId: string): Promise<Booking | null> {
    const ofHost = { hostId, status: { $ne: 'held' as const } };
    return entities.findOne(Booking, ofHost, { orderBy: { startsAt: 'desc' } });
  }

  /** The bookings whose uid begins with `code`; more than one when the code is too short. */
  withCode(entities: EntityManager, hostId: string, code: string): Promise<Booking[]> {
    if (!/^[0-9a-z]{3,20}$/.test(code)) return Promise.resolve([]);
    return entities.find(Booking, {
      hostId,
      uid: { $like: `${code}%` },
      status: { $ne: 'held' },
    });
  }
}

function condition(list: AppointmentList, now: Date) {
  switch (list) {
    case 'upcoming':
      return { status: { $in: ['pending' as const, 'confirmed' as const] }, endsAt: { $gt: now } };
    case 'pending':
      return { status: 'pending' as const, endsAt: { $gt: now } };
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

/** What is to come reads forward, what is over reads backward. */
const isForward = (list: AppointmentList): boolean => list === 'upcoming' || list === 'pending';
