import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../src/database/database.js';
import { ageWords } from '../../src/language/age-words.js';
import { say } from '../../src/language/say.js';
import { type StatusAsker, StatusBoard } from '../../src/shared/status-board.js';
import { ChatPlatforms } from './chat-platforms.js';

interface Here {
  readonly hosts: number;
  readonly calendars: number;
  readonly channels: number;
}

interface Silent {
  readonly channel: string;
  readonly seconds: number;
}

/** Tells which platforms are connected, and in which channels of a workspace no card arrives. */
@Injectable()
export class ChatStatus implements OnModuleInit {
  constructor(
    private readonly board: StatusBoard,
    private readonly platforms: ChatPlatforms,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.board.serve('chat', async (asker) => {
      const platforms = this.platforms.names.join(', ');
      return [
        platforms === '' ? say('status:chat.none') : say('status:chat.connected', { platforms }),
        ...(await this.here(asker)),
      ];
    });
  }

  private here({ platform, workspace }: StatusAsker): Promise<string[]> {
    return this.database.read(async (entities) => {
      const place = [platform, workspace];
      const [here] = await entities.execute<Here[]>(HERE, [...place, ...place, ...place]);
      const silent = await entities.execute<Silent[]>(SILENT, place);
      return [
        ...(here ? [say('status:chat.here', { ...here })] : []),
        ...silent.map(({ channel, seconds }) =>
          say('status:chat.channel', { channel, age: ageWords(seconds * 1_000) }),
        ),
      ];
    });
  }
}

const HERE = `
  select (select count(distinct i.host_id)::int from chat_identity i
           where i.platform = ? and i.workspace = ?) as hosts,
         (select count(*)::int from booking_calendar c
           where c.home_platform = ? and c.home_workspace = ? and c.deleted_at is null) as calendars,
         (select count(distinct a.channel)::int from alert_channel a
           where a.platform = ? and a.workspace = ?) as channels`;

/** By the last card of each channel; what failed before a later one arrived is over. */
const SILENT = `
  select channel, seconds from (
    select distinct on (a.channel) a.channel_name as channel, r.state,
           extract(epoch from now() - r.updated_at)::float8 as seconds
      from alert_channel a
      join receipt r on r.host_id = a.host_id and r.kind = 'card'
                    and r.recipient = a.platform || ' ' || a.channel_name
     where a.platform = ? and a.workspace = ?
     order by a.channel, r.updated_at desc) latest
   where state = 'failed'
   order by seconds limit 5`;
