import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Sweeps } from '../../database/sweeps.js';
import { Clock } from '../../shared/clock.js';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import { isUuid } from '../../shared/text/uuid.js';
import { AffectedQuestion } from './affected-question.entity.js';
import { AskToMove } from '../other-times/ask-to-move.service.js';
import { Booking } from '../booking.entity.js';
import type { BookingProblem } from '../booking.errors.js';
import { CancelBooking } from '../cancel-booking.service.js';
import type { ChangeOutcome } from '../change-booking.service.js';

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
export class AffectedQuestions implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly askToMove: AskToMove,
    private readonly cancelBooking: CancelBooking,
    private readonly clock: Clock,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.sweeps.add({ table: 'affected_question', over: LAST_START });
  }

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
    const question = await this.open(id, hostIds);
    if (!question.ok) return question;
    return (await this.settle(id)) ? question : refused('settled');
  }

  /** Why the host is away is theirs to tell: attendees learn that it is cancelled. */
  cancel(id: string, hostIds: readonly string[]): Promise<Settled> {
    return this.settleEach(id, hostIds, (booking, onlyAt) =>
      this.cancelBooking.run({ booking, actor: 'host', reason: null, onlyAt }),
    );
  }

  /** Asks each attendee to choose another time. */
  move(id: string, hostIds: readonly string[]): Promise<Settled> {
    return this.settleEach(id, hostIds, (booking, start) => this.askToMove.run(booking, start));
  }

  /**
   * Those that still stand where they stood, each in a transaction of its own. It is settled when all
   * of them are: until then the same answer, given again, goes on with the rest.
   */
  private async settleEach(
    id: string,
    hostIds: readonly string[],
    change: (booking: Booking, start: number) => Promise<ChangeOutcome>,
  ): Promise<Settled> {
    const question = await this.open(id, hostIds);
    if (!question.ok) return question;
    const [settled, leftAlone, failed]: [Booking[], Booking[], Booking[]] = [[], [], []];
    for (const { booking, start } of await this.askedAbout(question.value)) {
      const outcome = await change(booking, start);
      if (outcome.ok) settled.push(booking);
      else (isOther(outcome.problem) ? leftAlone : failed).push(booking);
    }
    if (failed.length === 0) await this.settle(id);
    return done({ settled, leftAlone, failed });
  }

  private async open(
    id: string,
    hostIds: readonly string[],
  ): Promise<Outcome<AffectedQuestion, AffectedProblem>> {
    if (!isUuid(id)) return refused('not-yours');
    const question = await this.database.read((entities) =>
      entities.findOne(AffectedQuestion, { id, hostId: { $in: [...hostIds] } }),
    );
    if (!question) return refused('not-yours');
    return question.settledAt ? refused('settled') : done(question);
  }

  /** Whether it was this answer that settled it. */
  private async settle(id: string): Promise<boolean> {
    const settledAt = new Date(this.clock.now());
    const settled = await this.database.write((entities) =>
      entities.nativeUpdate(AffectedQuestion, { id, settledAt: null }, { settledAt }),
    );
    return settled === 1;
  }

  /** Each booking with the start that the host was told. */
  private async askedAbout({ hostId, bookings }: AffectedQuestion): Promise<Asked[]> {
    const ids = bookings.map(({ bookingId }) => bookingId);
    const found = await this.database.read((entities) =>
      entities.find(Booking, { hostId, id: { $in: ids } }, { orderBy: { startsAt: 'asc' } }),
    );
    const starts = new Map(bookings.map(({ bookingId, startsAt }) => [bookingId, startsAt]));
    return found.map((booking) => ({ booking, start: Date.parse(starts.get(booking.id) ?? '') }));
  }
}

/** Of what was asked about, as it stood then: nothing is left to be decided afterwards. */
const LAST_START = `coalesce(
  (select max((asked ->> 'startsAt')::timestamptz) from jsonb_array_elements(bookings) asked),
  created_at)`;

interface Asked {
  readonly booking: Booking;
  /** Epoch milliseconds. */
  readonly start: number;
}

/** It was moved, cancelled or begun since, so that it is no longer what the host was asked about. */
const isOther = ({ kind }: BookingProblem): boolean =>
  kind === 'booking-changed' || kind === 'booking-closed' || kind === 'not-found';
