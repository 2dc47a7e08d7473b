import { Injectable } from '@nestjs/common';
import { Delegates } from '../../../../src/hosts/delegates.service.js';
import { HostName } from '../../../../src/hosts/host-name.service.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { type Message, mistake, sentences } from '../../message.js';
import { type CommandCall, OwnHostCommand } from '../command.js';
import { NamedPeople } from '../named-people.js';

/** Names the people who act on a host's bookings. Only the host does: a delegate names no others. */
@Injectable()
export class CalendarDelegateCommand extends OwnHostCommand {
  readonly path = 'calendar delegate';

  constructor(
    private readonly delegates: Delegates,
    private readonly people: NamedPeople,
    private readonly identities: Identities,
    private readonly names: HostName,
  ) {
    super();
  }

  override async runFor(hostId: string, call: CommandCall): Promise<Message> {
    const verb = call.word('do') ?? 'list';
    const name = call.word('person');
    if (verb === 'list' || name === undefined) return this.list(hostId);
    const person = await this.people.find(call, name);
    if (!person.ok) return mistake(person.problem.sentence);
    return verb === 'add'
      ? this.add(hostId, call, person.value)
      : this.remove(hostId, person.value);
  }

  private async add(
    hostId: string,
    { caller, platform }: CommandCall,
    person: Parameters<Identities['identify']>[0],
  ): Promise<Message> {
    const delegate = await this.identities.identify(person);
    if (delegate.id === caller.id) return sentences(say('people:delegate.self'));
    await this.delegates.add(hostId, delegate.id);
    const [called, host] = [await this.names.called(delegate), await this.names.of(hostId)];
    const facts = { delegate: called, host };
    const told = await platform
      .tell(person, sentences(say('people:delegate.told', facts)))
      .catch(() => null);
    const untold = told?.ok === true ? [] : [say('people:delegate.untold', facts)];
    return sentences(say('people:delegate.added', facts), ...untold);
  }

  private async remove(
    hostId: string,
    person: Parameters<Identities['known']>[0],
  ): Promise<Message> {
    const delegate = await this.identities.known(person);
    const isRemoved = delegate !== null && (await this.delegates.remove(hostId, delegate.id));
    const key = isRemoved ? 'people:delegate.removed' : 'people:delegate.absent';
    const called = delegate ? await this.names.called(delegate) : person.name;
    return sentences(say(key, { delegate: called }));
  }

  private async list(hostId: string): Promise<Message> {
    const people = await this.delegates.of(hostId);
    if (people.length === 0) return sentences(say('people:delegate.none'));
    const names = await Promise.all(people.map((person) => this.names.called(person)));
    return {
      title: say('people:delegate.title'),
      lines: names.map((name) => [`• ${name}`]),
    };
  }
}
