import { Injectable } from '@nestjs/common';
import { type BlockedWho, BlockedPeople } from '../../../../src/hosts/blocked-people.service.js';
import { HostName } from '../../../../src/hosts/host-name.service.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import {
  type Line,
  type Message,
  mistake,
  person,
  type PersonPart,
  sentences,
} from '../../message.js';
import { phrase } from '../../phrase.js';
import { ActingHost } from '../acting-host.js';
import { type CommandCall, ActingCommand } from '../command.js';
import { NamedPeople, type NamedProblem } from '../named-people.js';

interface BlockedOne {
  readonly blocked: BlockedWho;
  readonly shown: PersonPart | string;
}

/** Takes no bookings from somebody; they are refused without being told why. */
@Injectable()
export class BookingsBlockCommand extends ActingCommand {
  readonly path: string = 'bookings block-person';

  constructor(
    protected readonly blocked: BlockedPeople,
    private readonly host: ActingHost,
    private readonly people: NamedPeople,
    private readonly identities: Identities,
  ) {
    super();
  }

  override async runFor(call: CommandCall): Promise<Message> {
    const host = await this.host.of(call, call.word('calendar'));
    if (!host.ok) return host.problem;
    const named = await this.named(call);
    if (!named.ok) return mistake(named.problem.line);
    const { id, name, isObvious } = host.value;
    const said = await this.runOn(id, named.value);
    return sentences(said, ...(isObvious ? [] : [say('people:blocked.forHost', { host: name })]));
  }

  /** Does it, and says so. */
  protected async runOn(hostId: string, { blocked, shown }: BlockedOne): Promise<Line> {
    await this.blocked.block(hostId, blocked);
    return phrase((who) => say('people:blocked.added', { person: who(shown) }));
  }

  private async named(call: CommandCall): Promise<Outcome<BlockedOne, NamedProblem>> {
    const found = await this.people.findOrAddress(call, call.word('person') ?? '');
    if (!found.ok) return found;
    if (found.value.kind === 'email') {
      const { email } = found.value;
      return done({ blocked: { email }, shown: email });
    }
    const identity = await this.identities.identify(found.value.person);
    return done({ blocked: { identityId: identity.id }, shown: person(identity) });
  }
}

@Injectable()
export class BookingsUnblockCommand extends BookingsBlockCommand {
  override readonly path = 'bookings unblock-person';

  protected override async runOn(hostId: string, { blocked, shown }: BlockedOne): Promise<Line> {
    const wasBlocked = await this.blocked.unblock(hostId, blocked);
    const key = wasBlocked ? 'people:blocked.removed' : 'people:blocked.absent';
    return phrase((who) => say(key, { person: who(shown) }));
  }
}

/** For each host for whom the caller acts; whose list it is stands above it. */
@Injectable()
export class BookingsBlockedCommand extends ActingCommand {
  readonly path = 'bookings blocked';

  constructor(
    private readonly blocked: BlockedPeople,
    private readonly names: HostName,
  ) {
    super();
  }

  override async runFor({ caller, hostIds }: CommandCall): Promise<Message> {
    const lists = await Promise.all(
      hostIds.map(async (hostId) => ({ hostId, people: await this.blocked.of(hostId) })),
    );
    const filled = lists.filter(({ people }) => people.length > 0);
    if (filled.length === 0) return sentences(say('people:blocked.none'));
    const parts = filled.map(async ({ hostId, people }) => [
      hostId === caller.hostId
        ? say('people:blocked.title')
        : say('people:blocked.titleOf', { host: await this.names.of(hostId) }),
      ...people.map(({ name, email }) => `• ${email ?? name ?? ''}`),
    ]);
    const [title = '', ...lines] = (await Promise.all(parts)).flat();
    return { title, lines: lines.map((line) => [line]) };
  }
}
