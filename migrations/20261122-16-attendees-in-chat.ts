import { Migration } from '@mikro-orm/migrations';

/** People who book in chat, delegates of hosts, who may host, and whom a host takes no bookings from. */
export class AttendeesInChat extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const stamps = `created_at timestamptz not null default now(),
   updated_at timestamptz not null default now()`;

const statements = [
  // Who may see and change a booking in chat, beside its host. Forgetting a person cuts this tie.
  `alter table booking
     add column booked_by_identity_id uuid references chat_identity on delete set null`,
  `create index on booking (booked_by_identity_id, starts_at)
     where booked_by_identity_id is not null`,
  // Null when the host did it in person; else the delegate who acted for them.
  `alter table booking_change
     add column acted_by_identity_id uuid references chat_identity on delete set null`,
  `alter table chat_identity add column time_zone text`,
  `alter table host add column is_listed boolean not null default true`,
  `alter table posted_card
     add column audience text not null default 'channel'
       check (audience in ('channel', 'attendee'))`,
  `create table host_delegate (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     identity_id uuid not null references chat_identity on delete cascade,
     ${stamps},
     unique (host_id, identity_id))`,
  'create index on host_delegate (identity_id)',
  // The user key '*' stands for everybody of the workspace.
  `create table hosting_rule (
     id uuid primary key default gen_random_uuid(),
     platform text not null,
     workspace text not null,
     user_key text not null,
     name text not null,
     may_host boolean not null,
     ${stamps},
     unique (platform, workspace, user_key))`,
  `create table blocked_person (
     id uuid primary key default gen_random_uuid(),
     host_id uuid not null references host,
     identity_id uuid references chat_identity on delete cascade,
     email text,
     ${stamps},
     check ((identity_id is null) <> (email is null)))`,
  'create unique index on blocked_person (host_id, identity_id) where identity_id is not null',
  'create unique index on blocked_person (host_id, lower(email)) where email is not null',
];
