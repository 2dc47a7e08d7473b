import { Injectable } from '@nestjs/common';
import { type BlockedWho, BlockedPeople } from '../../../../src/hosts/blocked-people.service.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import type { SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import { type Message, sentences } from '../../message.js';
import { type CommandCall, ActingCommand } from '../command.js';
import { NamedPeople } from '../named-people.js';

interface BlockedOne {
  readonly who: BlockedWho;
  readonly name: string;
}

/** Takes no bookings from somebody; they are refused without being told why. */
@Injectable()
export class BookingsBlockCommand extends ActingCommand {
  readonly path: string = 'bookings block-person';

  constructor(
    protected readonly blocked: BlockedPeople,
    private readonly people: NamedPeople,
    private readonly identities: Identities,
  ) {
    super();
  }

  override async runFor(hostId: string, call: CommandCall): Promise<Message> {
    const named = await this.named(call);
    if (!named.ok) return sentences(named.problem.sentence);
    return this.runOn(hostId, named.value);
  }

  protected async runOn(hostId: string, { who, name: person }: BlockedOne): Promise<Message> {
    await this.blocked.block(hostId, who);
    return sentences(say('people:blocked.added', { person }));
  }

  private async named(call: CommandCall): Promise<Outcome<BlockedOne, SentenceProblem>> {
    const found = await this.people.findOrAddress(call, call.word('person') ?? '');
    if (!found.ok) return found;
    const who = found.value;
    if (who.kind === 'email') return done({ who: { email: who.email }, name: who.email });
    const { id, name } = await this.identities.identify(who.person);
    return done({ who: { identityId: id }, name });
  }
}

@Injectable()
export class BookingsUnblockCommand extends BookingsBlockCommand {
  override readonly path = 'bookings unblock-person';

  protected override async runOn(hostId: string, { who, name }: BlockedOne): Promise<Message> {
    const wasBlocked = await this.blocked.unblock(hostId, who);
    const key = wasBlocked ? 'people:blocked.removed' : 'people:blocked.absent';
    return sentences(say(key, { person: name }));
  }
}

@Injectable()
export class BookingsBlockedCommand extends ActingCommand {
  readonly path = 'bookings blocked';

  constructor(private readonly blocked: BlockedPeople) {
    super();
  }

  override async runFor(hostId: string): Promise<Message> {
    const people = await this.blocked.of(hostId);
    if (people.length === 0) return sentences(say('people:blocked.none'));
    return {
      title: say('people:blocked.title'),
      lines: people.map(({ name, email }) => [`• ${email ?? name ?? ''}`]),
    };
  }
}
