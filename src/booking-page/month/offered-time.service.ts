import { Injectable } from '@nestjs/common';
import type { AvailabilityQuery } from '../../availability/availability.service.js';
import { BookingOffer } from '../../bookings/booking-offer.js';
import { Database } from '../../database/database.js';
import { replacementOf } from '../manage/replacement.mapper.js';
import type { Replacement } from '../views/manage/other-times.view.js';

/** Looks whether a chosen time can be had, before anything is filled in or confirmed. */
@Injectable()
export class OfferedTime {
  constructor(
    private readonly offer: BookingOffer,
    private readonly database: Database,
  ) {}

  /** Null when it can; else the nearest times that can. */
  async replacement(query: AvailabilityQuery, start: number): Promise<Replacement | null> {
    const refusal = await this.database.read((entities) =>
      this.offer.refusal(entities, query, start),
    );
    if (refusal === null) return null;
    return replacementOf(await this.offer.withAlternatives(refusal, query, start));
  }
}
