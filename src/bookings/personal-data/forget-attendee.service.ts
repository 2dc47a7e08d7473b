import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../../audit/audit.service.js';
import { Database } from '../../database/database.js';
import { say } from '../../language/say.js';
import { Jobs } from '../../jobs/jobs.js';
import { Clock } from '../../shared/clock.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { newToken } from '../../shared/random.js';
import { AttendeeBookings } from '../appointments/attendee-bookings.repository.js';
import { bookingChanged } from '../history/booking-changed.js';
import type { BookingProblem } from '../booking.errors.js';
import { BookingTransaction } from '../booking-transaction.js';
import { bookingsForgotten } from './bookings-forgotten.js';
import { IdempotencyRepository } from '../../shared/idempotency/idempotency.repository.js';

/** Erases a person from what they booked in chat. The hosts keep the times, and no word about who came. */
@Injectable()
export class ForgetAttendee {
  constructor(
    private readonly database: Database,
    private readonly bookings: AttendeeBookings,
    private readonly transaction: BookingTransaction,
    private readonly idempotency: IdempotencyRepository,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Everything but what is still ahead, which its host must know about. The ids of the bookings that
   * name nobody any more; a problem leaves the rest as it was, and repeating finishes it.
   */
  async run(identityId: string): Promise<Outcome<readonly string[], BookingProblem>> {
    const all = await this.database.read((em) => this.bookings.all(em, identityId));
    const forgotten: string[] = [];
    for (const hostId of new Set(all.map((booking) => booking.hostId))) {
      const erased = await this.transaction.run<{ readonly ids: readonly string[] }>({
        hostId,
        claim: { key: newToken(), fingerprint: JSON.stringify(['forget', identityId]) },
        work: async ({ entities }) => done({ ids: await this.erase(entities, hostId, identityId) }),
      });
      if (!erased.ok) return erased;
      forgotten.push(...erased.value.value.ids);
    }
    await this.noteDone();
    return done(forgotten);
  }

  /** Without a name or an id, which would lead from the person to the bookings of the same minute. */
  private async noteDone(): Promise<void> {
    const what = { action: 'person.forgotten', subject: 'somebody', actor: 'attendee' } as const;
    await this.database.write((entities) => this.audit.note(entities, { hostId: null, ...what }));
  }

  private async erase(
    entities: EntityManager,
    hostId: string,
    identityId: string,
  ): Promise<readonly string[]> {
    const now = new Date(this.clock.now());
    const rows = await entities.execute<Erased[]>(ERASE, [
      ...[say('book:forget.name'), now, hostId, identityId, now],
    ]);
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    for (const statement of ERASE_BESIDE) await entities.execute(statement, [ids.join(',')]);
    for (const { id: bookingId, uid: subject, sequence } of rows) {
      const what = { action: 'booking.forgotten', subject, actor: 'attendee' } as const;
      await this.audit.note(entities, { hostId, ...what });
      await this.jobs.publish(entities, bookingChanged, { hostId, bookingId, sequence });
    }
    const uids = rows.map(({ uid }) => uid);
    await this.idempotency.forget(entities, hostId, uids);
    const bookings = rows.map(({ id, uid }) => ({ id, uid }));
    await this.jobs.publish(entities, bookingsForgotten, { hostId, bookings });
    return ids;
  }
}

interface Erased {
  readonly id: string;
  readonly uid: string;
  readonly sequence: number;
}

/** Nobody knows the token whose hash is put in place of the former one: the old link opens nothing. */
const ERASE = `
  update booking
     set attendee_name = ?, attendee_email = null, attendee_locale = null,
         attendee_time_zone = 'UTC', notes = '',
         answers = '[]', guests = '[]', consent = '', location = '{"kind":"none"}', utm = '{}',
         cancel_reason = null, booked_by_identity_id = null, sealed_manage_token = null,
         manage_token_hash = sha256(gen_random_uuid()::text::bytea), updated_at = ?
   where host_id = ? and booked_by_identity_id = ? and status <> 'held'
     and not (status in ('pending', 'confirmed') and ends_at > ?)
  returning id, uid, sequence`;

const OF_THOSE = `booking_id = any (string_to_array(?, ',')::uuid[])`;

/** What stands beside a booking and may name its attendee. Cards that others see are painted anew. */
const ERASE_BESIDE = [
  `update booking_change set reason = null where ${OF_THOSE}`,
  `update receipt set recipient = 'erased ' || left(id::text, 8) where ${OF_THOSE} and recipient like '%@%'`,
  `update receipt set why = null where ${OF_THOSE}`,
  `delete from posted_card where ${OF_THOSE} and audience = 'attendee'`,
  `update posted_card set painted_sequence = null where ${OF_THOSE}`,
];
