import { Injectable } from '@nestjs/common';
import { type BlockedWho, BlockedPeople } from '../../../../src/hosts/blocked-people.service.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { parseEmailAddress } from '../../../../src/shared/text/email-address.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import type { SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import { type Message, sentences } from '../../message.js';
import { type CommandCall, ActingCommand } from '../command.js';

interface NamedWho {
  readonly who: BlockedWho;
  readonly name: string;
}

/** Takes no bookings from somebody; they are refused without being told why. */
@Injectable()
export class BookingsBlockCommand extends ActingCommand {
  readonly path: string = 'bookings block-person';

  constructor(
    protected readonly blocked: BlockedPeople,
    private readonly identities: Identities,
  ) {
    super();
  }

  override async runFor(hostId: string, call: CommandCall): Promise<Message> {
    const named = await this.named(call);
    if (!named.ok) return sentences(named.problem.sentence);
    return this.runOn(hostId, named.value);
  }

  protected async runOn(hostId: string, { who, name: person }: NamedWho): Promise<Message> {
    await this.blocked.block(hostId, who);
    return sentences(say('people:blocked.added', { person }));
  }

  /** An e-mail address has something in front of its @; a mention has nothing. */
  private async named(call: CommandCall): Promise<Outcome<NamedWho, SentenceProblem>> {
    const word = (call.word('person') ?? '').trim();
    if (/^[^@\s<]+@/.test(word)) {
      const email = parseEmailAddress(word);
      return email.ok ? done({ who: { email: email.value }, name: email.value }) : email;
    }
    const person = await call.platform.findPerson(call.caller, word);
    if (!person.ok) return person;
    const { id, name } = await this.identities.identify(person.value);
    return done({ who: { identityId: id }, name });
  }
}

@Injectable()
export class BookingsUnblockCommand extends BookingsBlockCommand {
  override readonly path = 'bookings unblock-person';

  protected override async runOn(hostId: string, { who, name }: NamedWho): Promise<Message> {
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
