import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../../audit/audit.service.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../shared/clock.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { MINUTE } from '../../slots/interval.js';
import { AttendeeBookings } from '../appointments/attendee-bookings.repository.js';
import type { BookingProblem } from '../booking.errors.js';
import { BookingTransaction } from '../booking-transaction.js';
import { AttendeeEraser } from './attendee-eraser.js';

/** How long a name stays at most, so that those who were to come hear that nobody does. */
const TELLING_TIME = 60 * MINUTE;

/** How many bookings. */
export interface Forgotten {
  /** Name nobody any more. */
  readonly erased: number;
  /** Will name nobody once host and guests were told that they are off. */
  readonly waiting: number;
}

/** Erases a person from what they booked in chat. The hosts keep the times, and no word about who came. */
@Injectable()
export class ForgetAttendee {
  constructor(
    private readonly database: Database,
    private readonly bookings: AttendeeBookings,
    private readonly transaction: BookingTransaction,
    private readonly eraser: AttendeeEraser,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Everything but what is still ahead, which its host must know about. What was called off a moment
   * ago is only marked: `ForgetToldJob` erases it. A problem leaves the rest as it was, and repeating
   * finishes it.
   */
  async run(identityId: string): Promise<Outcome<Forgotten, BookingProblem>> {
    const all = await this.database.read((em) => this.bookings.all(em, identityId));
    let [erased, waiting] = [0, 0];
    for (const hostId of new Set(all.map((booking) => booking.hostId))) {
      const forgotten = await this.transaction.run<Forgotten>({
        hostId,
        work: async ({ entities }) => done(await this.forget(entities, hostId, identityId)),
      });
      if (!forgotten.ok) return forgotten;
      erased += forgotten.value.value.erased;
      waiting += forgotten.value.value.waiting;
    }
    await this.noteDone();
    return done({ erased, waiting });
  }

  private async forget(
    entities: EntityManager,
    hostId: string,
    identityId: string,
  ): Promise<Forgotten> {
    const at = this.clock.now();
    const [now, before] = [new Date(at), new Date(at - TELLING_TIME)];
    const until = new Date(at + TELLING_TIME);
    const marked = await entities.execute<unknown[]>(MARK, [
      ...[until, hostId, identityId, now, before],
    ]);
    const erased = await this.eraser.over(entities, { hostId, identityId, now });
    return { erased: erased.length, waiting: marked.length };
  }

  /** Without a name or an id, which would lead from the person to the bookings of the same minute. */
  private async noteDone(): Promise<void> {
    const what = { action: 'person.forgotten', subject: 'somebody', actor: 'attendee' } as const;
    await this.database.write((entities) => this.audit.note(entities, { hostId: null, ...what }));
  }
}

/** Somebody may still turn up for what was called off within the last hour. */
const MARK = `
  update booking set forget_at = coalesce(forget_at, ?)
   where host_id = ? and booked_by_identity_id = ? and status = 'cancelled'
     and ends_at > ? and updated_at > ?
  returning id`;
