import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { CalendarRepository } from '../calendars/calendar.repository.js';
import { Database } from '../database/database.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import type { BookingAnswer } from './booking-answer.js';
import { BookingAnswers } from './booking-answers.service.js';
import { Booking } from './booking.entity.js';
import type { BookingProblem } from './booking.errors.js';
import { BookingHistory, type NewChange } from './history/booking-history.js';
import { BookingTransaction, type Written } from './booking-transaction.js';
import { closedProblem } from './changeable.js';
import { HeldTimes } from './holds/held-times.repository.js';
import type { IdempotencyKey } from '../shared/idempotency/idempotency-key.js';

/** What somebody wants done with a booking. */
export interface ChangeRequest {
  /** As it was read before; it is read again when it is its host's turn. */
  readonly booking: Booking;
  /** Everything that makes the request what it is: `['cancel', …]`. */
  readonly wish: readonly unknown[];
  readonly idempotencyKey?: IdempotencyKey | undefined;
  /** The host wants it: a key is one of their own programs, and counts for the host. */
  readonly isHosts?: boolean;
  /** What keeps a booking from this change; unless said otherwise, that it has begun or is closed. */
  readonly hindrance?: (booking: Booking, now: number) => BookingProblem | null;
  /** Runs alone for this host, on a booking that nothing hinders. */
  readonly work: (turn: BookingTurn) => Promise<Outcome<Changed | Unchanged, BookingProblem>>;
}

/** A booking as it is now, while nobody else can change it. */
export interface BookingTurn {
  readonly entities: EntityManager;
  /** Epoch milliseconds by the database's clock. */
  readonly now: number;
  readonly booking: Booking;
  readonly configuration: CalendarConfiguration;
  /** The times that are held for it until somebody answers, in order. */
  readonly held: readonly Booking[];
  /** Those that somebody has chosen and has yet to confirm. */
  readonly chosen: readonly Booking[];
}

/** `booking` is null when somebody changed it in between. */
export interface Changed extends Omit<NewChange, 'booking'> {
  readonly booking: Booking | null;
}

/** It is already as it was wanted. */
export interface Unchanged {
  readonly kind: 'unchanged';
}

export type ChangeOutcome = Outcome<Written<BookingAnswer>, BookingProblem>;

/** The frame of every change of a booking: read it anew, let it be changed, write down what happened. */
@Injectable()
export class ChangeBooking {
  constructor(
    private readonly database: Database,
    private readonly transaction: BookingTransaction,
    private readonly calendars: CalendarRepository,
    private readonly held: HeldTimes,
    private readonly history: BookingHistory,
    private readonly answers: BookingAnswers,
  ) {}

  /** A booking that changes its host meanwhile is changed where it is now. */
  async run(request: ChangeRequest): Promise<ChangeOutcome> {
    const outcome = await this.attempt(request);
    if (outcome.ok || outcome.problem.kind !== 'not-found') return outcome;
    const { id, hostId } = request.booking;
    const present = await this.database.read((entities) => entities.findOne(Booking, { id }));
    return present && present.hostId !== hostId
      ? this.run({ ...request, booking: present })
      : outcome;
  }

  private attempt(request: ChangeRequest): Promise<ChangeOutcome> {
    const { booking: seen, wish, idempotencyKey, hindrance = closedProblem, work } = request;
    const scopeId = request.isHosts ? seen.hostId : seen.calendarId;
    return this.transaction.run<BookingAnswer>({
      hostId: seen.hostId,
      claim: idempotencyKey && {
        ...{ scopeId, key: idempotencyKey },
        fingerprint: JSON.stringify([wish[0], seen.uid, ...wish.slice(1)]),
      },
      work: async ({ entities, now }) => {
        const booking = await entities.findOne(Booking, { id: seen.id });
        const configuration = await this.calendars.findById(entities, seen.calendarId);
        if (booking?.hostId !== seen.hostId || !configuration)
          return refused({ kind: 'not-found' });
        const hindered = hindrance(booking, now);
        if (hindered) return refused(hindered);
        const times = await this.held.family(entities, booking.id);
        const changed = await work({ entities, now, booking, configuration, ...times });
        if (!changed.ok) return changed;
        const after = await this.record(entities, booking, changed.value);
        if (!after) return refused({ kind: 'booking-changed', start: booking.startsAt.getTime() });
        return done(await this.answers.of(entities, { booking: after, configuration, now }));
      },
    });
  }

  private async record(
    entities: EntityManager,
    before: Booking,
    changed: Changed | Unchanged,
  ): Promise<Booking | null> {
    if (changed.kind === 'unchanged') return before;
    const { booking, ...change } = changed;
    if (booking) await this.history.record(entities, { ...change, booking });
    return booking;
  }
}
