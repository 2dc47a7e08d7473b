import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../src/database/database.js';
import { ageWords } from '../../src/language/age-words.js';
import { say } from '../../src/language/say.js';
import { type StatusAsker, StatusBoard } from '../../src/shared/status-board.js';
import { ChatPlatforms } from './chat-platforms.js';
import { SilentChannels } from './painting/silent-channels.js';

interface Here {
  readonly hosts: number;
  readonly calendars: number;
  readonly channels: number;
}

/** Tells which platforms are connected, and in which channels of a workspace no card arrives. */
@Injectable()
export class ChatStatus implements OnModuleInit {
  constructor(
    private readonly board: StatusBoard,
    private readonly platforms: ChatPlatforms,
    private readonly silent: SilentChannels,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.board.serve('chat', async (asker) => {
      return [...this.connections(), ...(await this.here(asker))];
    });
  }

  /** A platform that refuses us is not connected, whatever was set up. */
  private connections(): string[] {
    const all = this.platforms.names.map((name) => ({
      name,
      complaint: this.platforms.get(name).complaint(),
    }));
    const platforms = all.filter(({ complaint }) => complaint === null).map(({ name }) => name);
    return [
      platforms.length === 0
        ? say('status:chat.none')
        : say('status:chat.connected', { platforms: platforms.join(', ') }),
      ...all.flatMap(({ name, complaint }) =>
        complaint === null ? [] : [say('status:chat.refused', { platform: name, complaint })],
      ),
    ];
  }

  private async here(asker: StatusAsker): Promise<string[]> {
    const place = [asker.platform, asker.workspace];
    const [here] = await this.database.read((entities) =>
      entities.execute<Here[]>(HERE, [...place, ...place, ...place]),
    );
    const silent = await this.silent.inWorkspace(asker);
    return [
      ...(here ? [say('status:chat.here', { ...here })] : []),
      ...silent.map(({ channel, seconds }) =>
        say('status:chat.channel', { channel, age: ageWords(seconds * 1_000) }),
      ),
    ];
  }
}

const HERE = `
  select (select count(distinct i.host_id)::int from chat_identity i
           where i.platform = ? and i.workspace = ?) as hosts,
         (select count(*)::int from booking_calendar c
           where c.home_platform = ? and c.home_workspace = ? and c.deleted_at is null) as calendars,
         (select count(distinct a.channel)::int from alert_channel a
           where a.platform = ? and a.workspace = ?) as channels`;
