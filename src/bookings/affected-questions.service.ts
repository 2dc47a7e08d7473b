import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock } from '../shared/clock.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import { AffectedQuestion } from './affected-question.entity.js';
import { AskToMove } from './ask-to-move.service.js';
import { Booking } from './booking.entity.js';
import { CancelBooking } from './cancel-booking.service.js';
import type { ChangeOutcome } from './change-booking.service.js';
import { closedProblem } from './changeable.js';

/** What became of each booking that was asked about. */
export interface SettledBookings {
  readonly settled: readonly Booking[];
  /** Already moved, cancelled or begun by the time of the answer. */
  readonly leftAlone: readonly Booking[];
  /** Could not be changed now. */
  readonly failed: readonly Booking[];
}

export type AffectedProblem = 'not-yours' | 'settled';

type Settled = Outcome<SettledBookings, AffectedProblem>;

/** Asks a host what becomes of bookings outside their hours, and does it. They or a delegate answer. */
@Injectable()
export class AffectedQuestions {
  constructor(
    private readonly database: Database,
    private readonly askToMove: AskToMove,
    private readonly cancelBooking: CancelBooking,
    private readonly clock: Clock,
  ) {}

  /** The id of the question. */
  async ask(hostId: string, bookings: readonly Booking[]): Promise<string> {
    const id = randomUUID();
    const asked = bookings.map((booking) => ({
      bookingId: booking.id,
      startsAt: booking.startsAt.toISOString(),
    }));
    await this.database.write((entities) =>
      entities.insert(AffectedQuestion, { id, hostId, bookings: asked }),
    );
    return id;
  }

  /** Leaves every booking as it is. */
  async keep(
    id: string,
    hostIds: readonly string[],
  ): Promise<Outcome<AffectedQuestion, AffectedProblem>> {
    return this.settle(id, hostIds);
  }

  /** Why the host is away is theirs to tell: attendees learn that it is cancelled. */
  cancel(id: string, hostIds: readonly string[]): Promise<Settled> {
    return this.settleEach(id, hostIds, (booking) =>
      this.cancelBooking.run({ booking, actor: 'host', reason: null }),
    );
  }

  /** Asks each attendee to choose another time. */
  move(id: string, hostIds: readonly string[]): Promise<Settled> {
    return this.settleEach(id, hostIds, (booking) => this.askToMove.run(booking));
  }

  /** Those that still stand where they stood, each in a transaction of its own. */
  private async settleEach(
    id: string,
    hostIds: readonly string[],
    change: (booking: Booking) => Promise<ChangeOutcome>,
  ): Promise<Settled> {
    const question = await this.settle(id, hostIds);
    if (!question.ok) return question;
    const [settled, leftAlone, failed]: [Booking[], Booking[], Booking[]] = [[], [], []];
    for (const booking of await this.bookingsOf(question.value)) {
      if (!this.stillStands(booking, question.value)) {
        leftAlone.push(booking);
        continue;
      }
      const outcome = await change(booking);
      (outcome.ok ? settled : failed).push(booking);
    }
    return done({ settled, leftAlone, failed });
  }

  /** Whoever answers first settles it; the same answer sent twice does nothing the second time. */
  private settle(
    id: string,
    hostIds: readonly string[],
  ): Promise<Outcome<AffectedQuestion, AffectedProblem>> {
    return this.database.write(async (entities) => {
      const question = await entities.findOne(AffectedQuestion, {
        ...{ id, hostId: { $in: [...hostIds] } },
      });
      if (!question) return refused('not-yours');
      const settled = await entities.nativeUpdate(
        AffectedQuestion,
        { id, settledAt: null },
        { settledAt: new Date(this.clock.now()) },
      );
      return settled === 1 ? done(question) : refused('settled');
    });
  }

  private bookingsOf({ hostId, bookings }: AffectedQuestion): Promise<Booking[]> {
    const ids = bookings.map(({ bookingId }) => bookingId);
    return this.database.read((entities) =>
      entities.find(Booking, { hostId, id: { $in: ids } }, { orderBy: { startsAt: 'asc' } }),
    );
  }

  private stillStands(booking: Booking, { bookings }: AffectedQuestion): boolean {
    const asked = bookings.find(({ bookingId }) => bookingId === booking.id);
    const isThere = asked?.startsAt === booking.startsAt.toISOString();
    return isThere && closedProblem(booking, this.clock.now()) === null;
  }
}
