import { Injectable } from '@nestjs/common';
import { CreateCalendar } from '../../src/calendars/create-calendar.service.js';
import { CalendarRepository } from '../../src/calendars/calendar.repository.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { linkUrl } from '../../src/calendars/links/link-url.js';
import { DEFAULT_SETTINGS } from '../../src/calendars/settings/calendar-settings.js';
import { Env } from '../../src/config/env.js';
import { Database } from '../../src/database/database.js';
import { Host } from '../../src/hosts/host.entity.js';
import { Identities } from '../../src/hosts/identities.service.js';
import { say } from '../../src/language/say.js';
import { sentences } from '../core/message.js';
import { CONSOLE, CONSOLE_WORKSPACE, consolePerson, terminalUser } from './console-person.js';
import { ConsoleInput } from './console-input.js';
import { ConsoleScreen } from './console-screen.js';

/** Greets at the start, with something that works: in an empty database of its own, a first link. */
@Injectable()
export class FirstStart {
  constructor(
    private readonly env: Env,
    private readonly database: Database,
    private readonly identities: Identities,
    private readonly createCalendar: CreateCalendar,
    private readonly calendars: CalendarRepository,
    private readonly screen: ConsoleScreen,
    private readonly input: ConsoleInput,
  ) {}

  async greet(): Promise<void> {
    const isFirst = this.env.demo && (await this.makeFirstCalendar());
    const calendar = await this.firstCalendar();
    const isAtHome = calendar !== undefined && !isFirst;
    const { publicUrl: url } = this.env;
    this.screen.show(
      null,
      sentences(
        say('console:greeting.running', { url }),
        ...(calendar ? this.linkSentences(calendar) : []),
        ...(calendar && isFirst ? [this.nameSentence(calendar)] : []),
        ...this.nextSteps(isAtHome),
        say(`console:greeting.${this.env.slack ? 'slack' : 'platforms'}`),
      ),
    );
  }

  /** The terminal knows no better name than the account's. */
  private nameSentence({ host: { name } }: CalendarConfiguration): string {
    return say('people:hostName.is', { name });
  }

  /** What to do next, where it can be done: somebody with a calendar need not be told how to make one. */
  private nextSteps(isAtHome: boolean): string[] {
    if (!this.input.isHeard) return this.env.slack ? [] : [say('console:greeting.unheard')];
    if (isAtHome) return [say('console:greeting.everyDay')];
    return [say('console:greeting.setup'), say('console:greeting.example')];
  }

  private linkSentences(calendar: CalendarConfiguration): string[] {
    const { title } = calendar.settings;
    const address = linkUrl(this.env, calendar);
    const warning = this.env.isLoopback ? [say('console:greeting.loopback')] : [];
    return [say('console:greeting.link', { title }), address, ...warning];
  }

  /** Only where nobody has been yet: somebody's database is never added to. False when it is not empty. */
  private async makeFirstCalendar(): Promise<boolean> {
    const hosts = await this.database.read((entities) => entities.count(Host));
    if (hosts > 0) return false;
    const creator = await this.identities.identify(consolePerson(terminalUser()));
    await this.createCalendar.run({
      creatorId: creator.id,
      settings: {
        ...DEFAULT_SETTINGS,
        title: say('console:greeting.firstTitle'),
        timeZone: this.env.defaultTimeZone,
      },
      alerts: [
        {
          platform: CONSOLE,
          workspace: CONSOLE_WORKSPACE,
          channel: 'bookings',
          channelName: '#bookings',
          isPublic: false,
        },
      ],
    });
    return true;
  }

  /** The terminal's own person's calendar, if they are a host. */
  private async firstCalendar(): Promise<CalendarConfiguration | undefined> {
    const { hostId } = await this.identities.identify(consolePerson(terminalUser()));
    if (!hostId) return undefined;
    const all = await this.database.read((entities) => this.calendars.ofHost(entities, hostId));
    return all[0];
  }
}
