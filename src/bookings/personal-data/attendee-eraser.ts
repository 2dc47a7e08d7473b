import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../../audit/audit.service.js';
import { say } from '../../language/say.js';
import { Jobs } from '../../jobs/jobs.js';
import { IdempotencyRepository } from '../../shared/idempotency/idempotency.repository.js';
import { bookingChanged } from '../history/booking-changed.js';
import { bookingsForgotten } from './bookings-forgotten.js';

/** Whose bookings, as they are known to one host. */
export interface ErasedOf {
  readonly hostId: string;
  readonly identityId: string;
  readonly now: Date;
}

/** Takes every word about who came out of bookings, and out of what stands beside them. */
@Injectable()
export class AttendeeEraser {
  constructor(
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly idempotency: IdempotencyRepository,
  ) {}

  /**
   * Inside the turn of their host: everything but what is still ahead, which its host must know about,
   * and what waits until its end was told. The ids of what names nobody any more.
   */
  over(entities: EntityManager, { hostId, identityId, now }: ErasedOf): Promise<readonly string[]> {
    return this.erase(entities, { hostId, now }, [OVER, [identityId, now]]);
  }

  /** The same of bookings that have waited for it; one that was erased meanwhile is left alone. */
  waiting(
    entities: EntityManager,
    of: Pick<ErasedOf, 'hostId' | 'now'>,
    bookingIds: readonly string[],
  ): Promise<readonly string[]> {
    return this.erase(entities, of, [WAITING, [bookingIds.join(',')]]);
  }

  private async erase(
    entities: EntityManager,
    { hostId, now }: Pick<ErasedOf, 'hostId' | 'now'>,
    [which, values]: readonly [which: string, values: readonly (string | Date)[]],
  ): Promise<readonly string[]> {
    const rows = await entities.execute<Erased[]>(`${ERASE} and ${which} ${RETURNING}`, [
      ...[say('book:forget.name'), now, hostId, ...values],
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
    await this.idempotency.forget(entities, uids);
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
         manage_token_hash = sha256(gen_random_uuid()::text::bytea), forget_at = null,
         updated_at = ?
   where host_id = ?`;

const RETURNING = 'returning id, uid, sequence';

const OVER = `booked_by_identity_id = ? and status <> 'held' and forget_at is null
     and not (status in ('pending', 'confirmed') and ends_at > ?)`;

const WAITING = `forget_at is not null and id = any (string_to_array(?, ',')::uuid[])`;

const OF_THOSE = `booking_id = any (string_to_array(?, ',')::uuid[])`;

/** What stands beside a booking and may name its attendee. Cards that others see are painted anew. */
const ERASE_BESIDE = [
  `update booking_change set reason = null where ${OF_THOSE}`,
  `update receipt set recipient = 'erased ' || left(id::text, 8) where ${OF_THOSE} and recipient like '%@%'`,
  `update receipt set why = null where ${OF_THOSE}`,
  `delete from posted_card where ${OF_THOSE} and audience = 'attendee'`,
  `update posted_card set painted_sequence = null where ${OF_THOSE}`,
];
