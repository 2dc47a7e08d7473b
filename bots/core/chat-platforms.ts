import { Injectable } from '@nestjs/common';
import { ChannelFinder } from '../../src/calendars/alerts/channel-finder.js';
import { HostingPermission } from '../../src/hosts/hosting-permission.js';
import { Fault } from '../../src/shared/fault.js';
import type { ChatPlatform } from './chat-platform.js';
import { LostWorkspaces } from './workspaces/lost-workspaces.js';
import { PresentPlatform } from './workspaces/present-platform.js';

/** The platforms this process is connected to, by name. Each registers itself when it starts. */
@Injectable()
export class ChatPlatforms {
  private readonly byName = new Map<string, ChatPlatform>();

  constructor(
    private readonly channels: ChannelFinder,
    private readonly permission: HostingPermission,
    private readonly lost: LostWorkspaces,
  ) {}

  register(platform: ChatPlatform): void {
    this.byName.set(platform.name, new PresentPlatform(platform, this.lost));
    this.channels.serve(platform.name, (asker, name) => platform.findChannel(asker, name));
    this.permission.serve(platform.name, async (person) =>
      (await this.lost.isLost(person)) ? null : platform.profileOf(person),
    );
  }

  get names(): readonly string[] {
    return [...this.byName.keys()].toSorted();
  }

  isConnected(name: string): boolean {
    return this.byName.has(name);
  }

  /** @throws Fault `platform-away` when it is not connected now; the job that asked comes again. */
  get(name: string): ChatPlatform {
    const platform = this.byName.get(name);
    if (!platform) throw new Fault('platform-away', `${name} is not connected.`);
    return platform;
  }
}
