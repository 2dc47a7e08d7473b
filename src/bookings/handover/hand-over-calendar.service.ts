import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CalendarConfiguration } from '../../calendars/calendar-configuration.js';
import { type GivenCalendar, HostHandovers } from '../../calendars/host-handover.service.js';
import { Database } from '../../database/database.js';
import { ChatIdentity } from '../../hosts/chat-identity.entity.js';
import type { HostHandover } from '../../hosts/host-handover.entity.js';
import { Jobs } from '../../jobs/jobs.js';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import type { Booking } from '../booking.entity.js';
import type { BookingProblem } from '../booking.errors.js';
import { BookingHistory } from '../history/booking-history.js';
import { bookingHandedOver } from './booking-handed-over.js';
import { BookingRepository } from '../booking.repository.js';
import { bookingsAhead } from '../bookings-ahead.js';
import { BookingTransaction, type HostTurn } from '../booking-transaction.js';
import { HandoverFit, type Misfit } from './handover-fit.service.js';
import { VisitorHolds } from '../holds/visitor-holds.repository.js';

/** What becomes of the bookings that are ahead when a calendar changes hands. */
export interface HandoverEffect {
  /** They fit the new host's time and rules. */
  readonly fitting: readonly Booking[];
  readonly misfits: readonly { readonly booking: Booking; readonly why: Misfit }[];
}

export interface HandedOver extends HandoverEffect {
  /** The calendar as its new host has it. */
  readonly configuration: CalendarConfiguration;
}

interface Wish {
  readonly withBookings: boolean;
  /** Whether it is to be kept; everything is taken back otherwise. */
  readonly settle: (entities: EntityManager, handed: HandedOver) => Promise<boolean>;
}

/** What was done, even when it was taken back, and what it was refused for. */
interface Run {
  readonly seen: HandedOver | null;
  readonly problem: BookingProblem | null;
}

/**
 * Gives a calendar to its new host, and with it the bookings that fit, if that was asked for: all in
 * one transaction under the locks of both hosts, so that neither is booked meanwhile. What does not
 * fit, or was not asked for, stays with the host it was made with.
 */
@Injectable()
export class HandOverCalendar {
  constructor(
    private readonly database: Database,
    private readonly transaction: BookingTransaction,
    private readonly handovers: HostHandovers,
    private readonly fit: HandoverFit,
    private readonly bookings: BookingRepository,
    private readonly holds: VisitorHolds,
    private readonly history: BookingHistory,
    private readonly jobs: Jobs,
  ) {}

  /**
   * What would become of them if the bookings were handed over now. It is done and taken back, so
   * that it is what would happen. Null when that cannot be told at the moment.
   */
  async preview(given: GivenCalendar): Promise<HandoverEffect | null> {
    const { seen } = await this.run(given, {
      withBookings: true,
      settle: () => Promise.resolve(false),
    });
    return seen;
  }

  /** Refused with `not-found` when the question is no longer open, or the host is another by now. */
  async accept(handover: HostHandover): Promise<Outcome<HandedOver, BookingProblem>> {
    const { seen, problem } = await this.run(handover, {
      withBookings: handover.givesBookings,
      settle: (entities, { fitting }) => {
        const uids = fitting.map(({ uid }) => uid);
        return this.handovers.accept(entities, handover, uids);
      },
    });
    if (problem) return refused(problem);
    return seen ? done(seen) : refused({ kind: 'not-found' });
  }

  private async run(given: GivenCalendar, wish: Wish): Promise<Run> {
    const { hostId, toIdentityId } = given;
    const newHost = await this.database.read((em) =>
      em.findOne(ChatIdentity, { id: toIdentityId }),
    );
    const otherHostId = newHost?.hostId === hostId ? null : newHost?.hostId;
    const tried: HandedOver[] = [];
    const outcome = await this.transaction.run({
      ...{ hostId, otherHostId },
      work: async (turn) => {
        const handed = await this.handOver(turn, given, wish.withBookings);
        if (!handed) return refused({ kind: 'not-found' });
        tried.push(handed);
        const isKept = await wish.settle(turn.entities, handed);
        return isKept ? done({}) : refused({ kind: 'not-found' });
      },
    });
    return { seen: tried.at(-1) ?? null, problem: outcome.ok ? null : outcome.problem };
  }

  private async handOver(
    { entities, now }: HostTurn,
    given: GivenCalendar,
    withBookings: boolean,
  ): Promise<HandedOver | null> {
    const ahead = await bookingsAhead(entities, given, now);
    const configuration = await this.handovers.give(entities, given);
    if (!configuration) return null;
    await this.holds.dropOfCalendar(entities, given);
    const fitting: Booking[] = [];
    const misfits: { booking: Booking; why: Misfit }[] = [];
    for (const booking of withBookings ? ahead : []) {
      const why = await this.fit.misfit(entities, { booking, configuration, now });
      if (why) misfits.push({ booking, why });
      else fitting.push(await this.pass(entities, booking, { configuration, now }));
    }
    return { configuration, fitting, misfits };
  }

  private async pass(
    entities: EntityManager,
    booking: Booking,
    { configuration, now }: { configuration: CalendarConfiguration; now: number },
  ): Promise<Booking> {
    const { id: hostId } = configuration.host;
    const formerHostId = booking.hostId;
    const passed = await this.bookings.handOver(entities, { booking, hostId, now });
    await this.history.record(entities, {
      ...{ booking: passed, kind: 'handed_over', actor: 'host', reason: null },
    });
    const { id: bookingId, sequence } = passed;
    const handed = { bookingId, sequence, formerHostId };
    await this.jobs.publish(entities, bookingHandedOver, handed);
    return passed;
  }
}
