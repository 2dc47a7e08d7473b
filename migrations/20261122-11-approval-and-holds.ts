import { Migration } from '@mikro-orm/migrations';

/** Requests that wait for the host, times held for a visitor, and times held for a booking. */
export class ApprovalAndHolds extends Migration {
  override up(): void {
    for (const statement of [...settings, ...holds, ...noOverlap, ...history]) {
      this.addSql(statement);
    }
  }
}

const settings = [
  `alter table booking_calendar
     add column approval text not null default 'automatic'
       check (approval in ('automatic', 'host'))`,
];

const holds = [
  // A held or pending row keeps its time until hold_expires_at. One that is held for a booking is a
  // time to which that booking may move; any other is held for a visitor, who shows its secret.
  `alter table booking
     add column nudge_at timestamptz,
     add column for_booking_id uuid references booking on delete cascade,
     add column held_for text check (held_for in ('move', 'proposal')),
     add column hold_secret_hash bytea unique,
     add column holder_address_hash bytea,
     add column holder_browser_hash bytea,
     add check ((for_booking_id is null) = (held_for is null)),
     add check (for_booking_id is null or status = 'held'),
     add check ((status in ('held', 'pending')) = (hold_expires_at is not null))`,
  'create index on booking (for_booking_id) where for_booking_id is not null',
  `create index on booking (hold_expires_at) where status in ('held', 'pending')`,
  'create index on booking (nudge_at) where nudge_at is not null',
];

/**
 * A booking and the times held for it may overlap one another, since it will have one of them only:
 * somebody may ask to start a quarter of an hour later.
 */
const noOverlap = [
  'alter table booking drop constraint booking_no_overlap',
  `alter table booking add constraint booking_no_overlap exclude using gist
     (host_id with =, blocked with &&, (coalesce(for_booking_id, id)) with <>)
     where (status in ('held', 'pending', 'confirmed'))`,
];

const history = [
  'alter table booking_change drop constraint booking_change_kind_check',
  `alter table booking_change
     add column asked_starts jsonb not null default '[]',
     add constraint booking_change_kind_check check (kind in
       ('booked', 'requested', 'confirmed', 'declined', 'expired', 'moved', 'cancelled',
        'move_requested', 'move_declined', 'proposed', 'proposal_ended'))`,
];
