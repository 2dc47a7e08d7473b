import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarsModule } from '../../src/calendars/calendars.module.js';
import { HostsModule } from '../../src/hosts/hosts.module.js';
import { JobsModule } from '../../src/jobs/jobs.module.js';
import { ChatPlatforms } from '../core/chat-platforms.js';
import { CoreModule } from '../core/core.module.js';
import { ConsoleInput } from './console-input.js';
import { ConsoleListeners } from './console.listeners.js';
import { ConsolePlatform } from './console.platform.js';
import { ConsoleScreen } from './console-screen.js';
import { FirstStart } from './first-start.js';
import { Listening } from '../../src/shared/http/listening.js';

/** The assistant in a terminal. Its channels are there even when nobody types. */
@Module({
  imports: [CalendarsModule, CoreModule, HostsModule, JobsModule],
  providers: [ConsoleInput, ConsoleListeners, ConsolePlatform, ConsoleScreen, FirstStart],
})
export class ConsoleModule implements OnModuleInit {
  constructor(
    private readonly platforms: ChatPlatforms,
    private readonly platform: ConsolePlatform,
    private readonly listening: Listening,
    private readonly firstStart: FirstStart,
    private readonly listeners: ConsoleListeners,
  ) {}

  onModuleInit(): void {
    this.platforms.register(this.platform);
    this.listening.whenOpen(() => this.firstStart.greet());
    this.listening.whenOpen(() => this.listeners.start());
  }
}
