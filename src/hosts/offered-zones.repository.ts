import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock } from '../shared/clock.js';
import { DAY } from '../slots/interval.js';

/** Remembers which time zone a host was last asked about, so that nobody is asked twice. */
@Injectable()
export class OfferedZones {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of all processes that notice it one may ask; false when they were asked about this zone already. */
  async claim(identityId: string, zone: string): Promise<boolean> {
    const now = new Date(this.clock.now());
    return this.changes(CLAIM, [zone, now, identityId, zone]);
  }

  /** The question did not reach them. */
  async release(identityId: string, zone: string): Promise<void> {
    await this.changes(RELEASE, [identityId, zone]);
  }

  /** They are at home: the next trip is another one. Two devices in two zones are none. */
  async forget(identityId: string): Promise<void> {
    await this.changes(FORGET, [identityId, new Date(this.clock.now() - DAY)]);
  }

  private async changes(sql: string, given: readonly unknown[]): Promise<boolean> {
    const rows = await this.database.single((entities) =>
      entities.execute<unknown[]>(sql, [...given]),
    );
    return rows.length > 0;
  }
}

const CLAIM = `
  update chat_identity set offered_zone = ?, offered_zone_at = ?
   where id = ? and offered_zone is distinct from ? returning id`;

const RELEASE = `
  update chat_identity set offered_zone = null, offered_zone_at = null
   where id = ? and offered_zone = ? returning id`;

const FORGET = `
  update chat_identity set offered_zone = null, offered_zone_at = null
   where id = ? and offered_zone_at <= ? returning id`;
