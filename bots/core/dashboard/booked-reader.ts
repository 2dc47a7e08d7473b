import { Injectable } from '@nestjs/common';
import { Appointments } from '../../../src/bookings/appointments/appointments.repository.js';
import { Database } from '../../../src/database/database.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { Clock } from '../../../src/shared/clock.js';
import { OpenQuestions } from '../commands/bookings/open-questions.js';
import { HostZone } from '../commands/host-zone.js';
import type { BookedFacts } from './booking-sections.card.js';

/** More of them would make a dashboard a list; the list is a command. */
const MOST = 15;

/** Reads what is booked with the hosts for whom somebody may act. */
@Injectable()
export class BookedReader {
  constructor(
    private readonly database: Database,
    private readonly appointments: Appointments,
    private readonly questions: OpenQuestions,
    private readonly zone: HostZone,
    private readonly clock: Clock,
  ) {}

  async of(caller: ChatIdentity, hostIds: readonly string[]): Promise<BookedFacts> {
    const now = this.clock.now();
    const timeZone = await this.zone.of(caller);
    return this.database.read(async (entities) => {
      const list = (name: 'upcoming' | 'pending') =>
        this.appointments.page(entities, { hostIds, list: name, now, limit: MOST, offset: 0 });
      const { bookings: upcoming } = await list('upcoming');
      const { bookings: pending } = await list('pending');
      const questions = await this.questions.of(entities, [...upcoming, ...pending], now);
      const frame = { timeZone, now, reader: caller.hostId ?? null, questions };
      return { upcoming, pending, frame };
    });
  }
}
