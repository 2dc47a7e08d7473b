import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Workspace } from '../hosts/hosting-rules.service.js';
import { Clock } from '../shared/clock.js';

/** Somebody of a workspace with a calendar that takes bookings now. */
export interface BookablePerson {
  readonly hostId: string;
  readonly userKey: string;
  /** As guests read it. */
  readonly name: string;
  /** As the chat platform has it. */
  readonly chatName: string;
  /** The titles of what can be booked. */
  readonly titles: readonly string[];
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

  /** In the order of their names. */
  of({ platform, workspace }: Workspace): Promise<BookablePerson[]> {
    const now = new Date(this.clock.now());
    return this.database.read((entities) =>
      entities.execute<BookablePerson[]>(PEOPLE, [platform, workspace, now]),
    );
  }
}

const PEOPLE = `
  select i.host_id as "hostId", i.user_key as "userKey", h.name, i.name as "chatName",
         h.is_listed as "isListed",
         json_agg(c.title order by c.created_at, c.id) as titles
    from chat_identity i
    join host h on h.id = i.host_id
    join booking_calendar c on c.host_id = h.id and c.active
   where i.platform = ? and i.workspace = ?
     and (c.paused_at is null or c.paused_until <= ?)
   group by i.host_id, i.user_key, i.name, h.name, h.is_listed
   order by h.name, i.user_key`;
