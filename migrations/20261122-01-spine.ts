import { Migration } from '@mikro-orm/migrations';

/** Hosts, their booking calendars, bookings that cannot overlap, and what follows a booking. */
export class Spine extends Migration {
  override up(): void {
    this.addSql('create extension if not exists btree_gist');
    for (const statement of [...people, ...calendars, ...bookings, ...afterwards]) {
      this.addSql(statement);
    }
  }
}

const stamps = `created_at timestamptz not null default now(),
   updated_at timestamptz not null default now()`;

const people = [
  `create table host (
     id uuid primary key default gen_random_uuid(),
     handle text not null unique check (handle ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
     name text not null,
     ${stamps})`,
];

const calendars = [
  `create table schedule (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     time_zone text not null,
     weekly_hours jsonb not null,
     ${stamps})`,
  `create table date_override (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     schedule_id uuid not null references schedule on delete cascade,
     date date not null,
     intervals jsonb not null,
     reason text,
     ${stamps},
     unique (schedule_id, date))`,
  `create table booking_calendar (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     schedule_id uuid not null unique references schedule,
     home_platform text not null,
     home_workspace text not null,
     title text not null,
     description text not null default '',
     duration_minutes int not null check (duration_minutes between 1 and 1440),
     start_increment_minutes int not null check (start_increment_minutes between 1 and 1440),
     start_offset_minutes int not null default 0 check (start_offset_minutes between 0 and 1439),
     buffer_before_minutes int not null check (buffer_before_minutes between 0 and 1440),
     buffer_after_minutes int not null check (buffer_after_minutes between 0 and 1440),
     minimum_notice jsonb not null,
     booking_window jsonb not null,
     active boolean not null default true,
     paused_at timestamptz,
     paused_until timestamptz,
     ${stamps})`,
  'create index on booking_calendar (host_id)',
  `create table booking_link (
     id uuid primary key default gen_random_uuid(),
     calendar_id uuid not null references booking_calendar on delete cascade,
     host_handle text not null,
     slug text not null,
     is_current boolean not null default true,
     ${stamps},
     unique (host_handle, slug))`,
  'create unique index on booking_link (calendar_id) where is_current',
  `create table time_block (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     starts_at timestamptz not null,
     ends_at timestamptz not null,
     reason text,
     ${stamps},
     check (starts_at < ends_at))`,
  'create index on time_block (host_id, ends_at)',
  `create table alert_channel (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     calendar_id uuid not null references booking_calendar on delete cascade,
     platform text not null,
     workspace text not null,
     channel text not null,
     channel_name text not null,
     ${stamps},
     unique (calendar_id, platform, workspace, channel))`,
  `create table chat_identity (
     id uuid primary key default gen_random_uuid(),
     platform text not null,
     workspace text not null,
     user_key text not null,
     name text not null,
     host_id uuid references host,
     current_calendar_id uuid references booking_calendar on delete set null,
     ${stamps},
     unique (platform, workspace, user_key))`,
  `create table host_handover (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     calendar_id uuid not null references booking_calendar on delete cascade,
     from_identity_id uuid not null references chat_identity,
     to_identity_id uuid not null references chat_identity,
     state text not null default 'asked' check (state in ('asked', 'accepted', 'declined')),
     ${stamps})`,
  `create unique index on host_handover (calendar_id) where state = 'asked'`,
];

const bookings = [
  // The promise of the product: no two live bookings of a host overlap, buffers included.
  // Empty, NULL and infinite ranges would slip past an exclusion constraint, hence the checks.
  `create table booking (
     id uuid primary key default gen_random_uuid(),
     uid text not null unique,
     host_id uuid not null references host,
     calendar_id uuid not null references booking_calendar,
     status text not null check (status in
       ('held', 'pending', 'confirmed', 'showed', 'no_show', 'declined', 'expired', 'cancelled')),
     title text not null,
     starts_at timestamptz not null,
     ends_at timestamptz not null,
     buffer_before_minutes int not null check (buffer_before_minutes between 0 and 1440),
     buffer_after_minutes int not null check (buffer_after_minutes between 0 and 1440),
     blocked tstzrange not null,
     hold_expires_at timestamptz,
     attendee_name text,
     attendee_email text,
     attendee_time_zone text,
     attendee_locale text,
     notes text not null default '',
     source text not null,
     utm jsonb not null default '{}',
     manage_token_hash bytea unique,
     sequence int not null default 0,
     cancelled_by text,
     cancel_reason text,
     ${stamps},
     check (starts_at < ends_at and ends_at - starts_at <= interval '24 hours'),
     check (not isempty(blocked) and lower_inc(blocked) and not upper_inc(blocked)),
     check (lower(blocked) >= '2000-01-01Z' and upper(blocked) < '2100-01-01Z'),
     check (lower(blocked) = starts_at - make_interval(mins => buffer_before_minutes)
        and upper(blocked) = ends_at + make_interval(mins => buffer_after_minutes)),
     check (status = 'held' or (attendee_name is not null and manage_token_hash is not null)),
     constraint booking_no_overlap exclude using gist (host_id with =, blocked with &&)
       where (status in ('held', 'pending', 'confirmed')))`,
  'create index on booking (calendar_id, starts_at)',
  'create index on booking (host_id, starts_at)',
  `create table booking_change (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     booking_id uuid not null references booking on delete cascade,
     sequence int not null,
     kind text not null check (kind in ('booked', 'moved', 'cancelled')),
     actor text not null,
     starts_at timestamptz not null,
     ends_at timestamptz not null,
     reason text,
     ${stamps},
     unique (booking_id, sequence))`,
  `create table idempotency_key (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     key text not null,
     request_hash bytea not null,
     sealed_response text,
     ${stamps},
     unique (host_id, key))`,
  'create index on idempotency_key (host_id, created_at)',
];

const afterwards = [
  `create table posted_card (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     booking_id uuid not null references booking on delete cascade,
     platform text not null,
     workspace text not null,
     channel text not null,
     channel_name text not null,
     reference text,
     painted_sequence int,
     ${stamps},
     unique (booking_id, platform, workspace, channel))`,
  `create table card_reply (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     posted_card_id uuid not null references posted_card on delete cascade,
     sequence int not null,
     reference text,
     ${stamps},
     unique (posted_card_id, sequence))`,
  `create table receipt (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     booking_id uuid not null references booking on delete cascade,
     sequence int not null,
     kind text not null,
     recipient text not null,
     state text not null check (state in ('queued', 'handed_over', 'failed', 'suppressed')),
     why text,
     tries int not null default 0,
     ${stamps},
     unique (booking_id, sequence, kind, recipient))`,
  `create table dialogue (
     id uuid primary key default gen_random_uuid(),
     identity_id uuid not null unique references chat_identity on delete cascade,
     kind text not null,
     state jsonb not null,
     expires_at timestamptz not null,
     ${stamps})`,
];
