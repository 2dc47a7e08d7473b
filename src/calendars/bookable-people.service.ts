import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Workspace } from '../hosts/hosting-rules.service.js';
import { Clock } from '../shared/clock.js';

/** Somebody of a workspace with a calendar, which may be paused. */
export interface BookablePerson {
  readonly hostId: string;
  readonly userKey: string;
  /** As guests read it. */
  readonly name: string;
  /** As the chat platform has it. */
  readonly chatName: string;
  /** The titles of what can be booked now. */
  readonly titles: readonly string[];
  /** Whether any of their calendars takes bookings now. */
  readonly isOpen: boolean;
  /** False for those who are found only by whoever knows their name. */
  readonly isListed: boolean;
}

/** Knows who can be booked in a workspace. */
@Injectable()
export class BookablePeople {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who takes bookings now, in the order of their names. */
  async of(workspace: Workspace): Promise<BookablePerson[]> {
    return (await this.all(workspace)).filter(({ isOpen }) => isOpen);
  }

  /** The same with those whose calendars are paused. */
  all({ platform, workspace }: Workspace): Promise<BookablePerson[]> {
    const now = new Date(this.clock.now());
    return this.database.read((entities) =>
      entities.execute<BookablePerson[]>(PEOPLE, [now, platform, workspace]),
    );
  }
}

const PEOPLE = `
  select i.host_id as "hostId", i.user_key as "userKey", h.name, i.name as "chatName",
         h.is_listed as "isListed", bool_or(c.is_open) as "isOpen",
         coalesce(json_agg(c.title order by c.created_at, c.id) filter (where c.is_open), '[]') as titles
    from chat_identity i
    join host h on h.id = i.host_id
    join (select host_id, id, title, created_at,
                 paused_at is null or coalesce(paused_until <= ?, false) as is_open
            from booking_calendar
           where active) c on c.host_id = h.id
   where i.platform = ? and i.workspace = ?
   group by i.host_id, i.user_key, i.name, h.name, h.is_listed
   order by h.name, i.user_key`;
