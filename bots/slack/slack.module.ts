import { Module, type OnModuleInit } from '@nestjs/common';
import { BookingPageModule } from '../../src/booking-page/booking-page.module.js';
import { Env } from '../../src/config/env.js';
import { HostsModule } from '../../src/hosts/hosts.module.js';
import { ChatPlatforms } from '../core/chat-platforms.js';
import { CoreModule } from '../core/core.module.js';
import { InstallPages } from './install/install-pages.js';
import { InstallStates } from './install/install-states.js';
import { Installations } from './install/installations.js';
import { InstalledTokens } from './install/installed-tokens.js';
import { TokenRotation } from './install/token-rotation.js';
import { Uninstall } from './install/uninstall.js';
import { UntoldRemovalsJob } from './install/untold-removals.job.js';
import { ActionListeners } from './listeners/action.listeners.js';
import { CommandListeners } from './listeners/command.listeners.js';
import { EventListeners } from './listeners/event.listeners.js';
import { HomeListeners } from './listeners/home.listeners.js';
import { LinkListeners } from './listeners/link.listeners.js';
import { ProfileListeners } from './listeners/profile.listeners.js';
import { ShortcutListeners } from './listeners/shortcut.listeners.js';
import { ViewListeners } from './listeners/view.listeners.js';
import { OneWorkspaceTokens } from './one-workspace-tokens.js';
import { SlackAnswers } from './slack-answers.js';
import { SlackApp } from './slack-app.js';
import { SlackChannels } from './slack-channels.js';
import { SlackClient } from './slack.client.js';
import { SlackPace } from './slack-pace.js';
import { SlackPeople } from './slack-people.js';
import { SlackPersons } from './slack-persons.js';
import { SlackPlatform } from './slack.platform.js';
import { SlackResponses } from './slack-responses.js';
import { SlackStanding } from './slack-standing.js';
import { SlackTokens } from './slack-tokens.js';
import { SlackWindowTurns } from './slack-window-turns.js';
import { SlackWindows } from './slack-windows.js';
import { SlackWork } from './slack-work.js';
import { SlackZones } from './slack-zones.js';

/** The assistant in Slack; loaded only where Slack is wanted. */
@Module({
  imports: [BookingPageModule, CoreModule, HostsModule],
  providers: [
    ...[InstalledTokens, TokenRotation],
    {
      provide: SlackTokens,
      useFactory: ({ slack }: Env, installed: InstalledTokens) =>
        slack?.tenancy.kind === 'one' ? new OneWorkspaceTokens(slack.tenancy.botToken) : installed,
      inject: [Env, InstalledTokens],
    },
    ...[SlackChannels, SlackClient, SlackPace, SlackPeople, SlackPersons, SlackPlatform],
    ...[SlackAnswers, SlackResponses, SlackStanding, SlackWindows, SlackWindowTurns],
    ...[SlackWork, SlackZones],
    ...[InstallPages, InstallStates, Installations, Uninstall, UntoldRemovalsJob],
    ...[ActionListeners, CommandListeners, ShortcutListeners, ViewListeners],
    ...[EventListeners, HomeListeners, LinkListeners, ProfileListeners, SlackApp],
  ],
})
export class SlackModule implements OnModuleInit {
  constructor(
    private readonly platforms: ChatPlatforms,
    private readonly platform: SlackPlatform,
  ) {}

  onModuleInit(): void {
    this.platforms.register(this.platform);
  }
}
