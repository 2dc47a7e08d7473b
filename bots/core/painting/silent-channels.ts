import { Injectable } from '@nestjs/common';
import { Database } from '../../../src/database/database.js';
import type { Workspace } from '../../../src/hosts/hosting-rules.service.js';

export interface SilentChannel {
  readonly channel: string;
  /** Since the last try. */
  readonly seconds: number;
}

/** Knows in which channels no card arrives any more. */
@Injectable()
export class SilentChannels {
  constructor(private readonly database: Database) {}

  inWorkspace({ platform, workspace }: Workspace): Promise<SilentChannel[]> {
    return this.find('a.platform = ? and a.workspace = ?', [platform, workspace]);
  }

  ofHost(hostId: string): Promise<SilentChannel[]> {
    return this.find('a.host_id = ?', [hostId]);
  }

  private find(where: string, given: readonly string[]): Promise<SilentChannel[]> {
    return this.database.read((entities) =>
      entities.execute<SilentChannel[]>(silent(where), [...given]),
    );
  }
}

/** By the last card of each channel; what failed before a later one arrived is over. */
const silent = (where: string): string => `
  select channel, seconds from (
    select distinct on (a.channel) a.channel_name as channel, r.state,
           extract(epoch from now() - r.updated_at)::float8 as seconds
      from alert_channel a
      join receipt r on r.host_id = a.host_id and r.kind = 'card'
                    and r.recipient = a.platform || ' ' || a.channel_name
     where ${where}
     order by a.channel, r.updated_at desc) latest
   where state = 'failed'
   order by seconds limit 5`;
