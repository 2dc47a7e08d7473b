import { Injectable } from '@nestjs/common';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import { slackPerson } from './slack-address.js';
import { nameOfUser, SlackPeople } from './slack-people.js';
import { SlackZones } from './slack-zones.js';
import type { Named } from './slack-turn.js';

/** Whoever did something, under the name by which people know them. */
@Injectable()
export class SlackPersons {
  constructor(
    private readonly people: SlackPeople,
    private readonly zones: SlackZones,
    private readonly identities: Identities,
  ) {}

  /** Where Slack cannot say, under the name that is known, or else the one that stood in the request. */
  async of(named: Named): Promise<ChatPerson> {
    const found = await this.people.find(named.workspace, named.userKey).catch(() => null);
    const name = found?.ok ? nameOfUser(found.value) : await this.knownName(named);
    const person = slackPerson({ ...named, name: name || named.name || named.userKey });
    if (found?.ok) this.zones.notice(person, found.value.tz);
    return person;
  }

  private async knownName(named: Named): Promise<string> {
    return (await this.identities.known(slackPerson(named)))?.name ?? '';
  }
}
