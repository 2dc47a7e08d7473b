import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import { HeldTimes } from '../../../../src/bookings/holds/held-times.repository.js';
import {
  type OpenQuestion,
  openQuestion,
} from '../../../../src/bookings/other-times/open-question.js';

/** Finds what waits for an answer about the bookings of a list. */
@Injectable()
export class OpenQuestions {
  constructor(private readonly held: HeldTimes) {}

  /** By the bookings' ids, at `now` (epoch milliseconds); those about which nobody asks are left out. */
  async of(
    entities: EntityManager,
    bookings: readonly Booking[],
    now: number,
  ): Promise<ReadonlyMap<string, OpenQuestion>> {
    const ids = bookings.map(({ id }) => id);
    const held = await this.held.ofAll(entities, ids);
    const asked = ids.map((id) => [id, openQuestion(held.get(id) ?? [], now)] as const);
    return new Map(asked.flatMap(([id, question]) => (question ? [[id, question]] : [])));
  }
}
