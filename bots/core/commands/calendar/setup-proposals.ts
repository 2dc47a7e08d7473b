import { Injectable } from '@nestjs/common';
import { DEFAULT_SETTINGS } from '../../../../src/calendars/settings/calendar-settings.js';
import { defaultTitle } from '../../../../src/calendars/settings/default-title.js';
import { settingEntries } from '../../../../src/calendars/settings/setting-change.js';
import { Env } from '../../../../src/config/env.js';
import { HostName } from '../../../../src/hosts/host-name.service.js';
import { Clock } from '../../../../src/shared/clock.js';
import type { AskedField } from '../../dialogues/setup.dialogue.js';
import type { Talker } from '../../dialogues/talker.js';

/** What is known of somebody who sets a calendar up. */
export interface KnownHost {
  /** As people read it. */
  readonly hostName: string;
  /** What they said, or the platform knows, of where they are (IANA name); null when nobody does. */
  readonly timeZone: string | null;
}

/** What a set-up proposes to its host. */
@Injectable()
export class SetupProposals {
  constructor(
    private readonly names: HostName,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  async known({ caller, platform }: Talker): Promise<KnownHost> {
    const timeZone = caller.timeZone ?? (await platform.profileOf(caller)).timeZone;
    return { hostName: await this.names.called(caller), timeZone };
  }

  /** Against what the words of a set-up are read. */
  context(known: KnownHost) {
    const proposals = this.of(known);
    const timeZone = known.timeZone ?? this.env.defaultTimeZone;
    return { now: this.clock.now(), timeZone, title: proposals.title, proposals };
  }

  /** What an empty answer means. */
  of({ hostName, timeZone }: KnownHost): Readonly<Record<AskedField, string>> {
    const { hours, duration, location } = settingEntries;
    const settings = { ...DEFAULT_SETTINGS, title: '', timeZone: this.env.defaultTimeZone };
    return {
      title: defaultTitle(hostName),
      duration: duration.describeIn(settings),
      hours: hours.describeIn(settings),
      'buffer-after': '0',
      // Nobody is taken to be anywhere: without a proposal an answer is needed.
      timezone: timeZone ?? '',
      location: location.describeIn(settings),
      alerts: '',
    };
  }
}
