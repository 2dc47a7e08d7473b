import { Injectable } from '@nestjs/common';
import { Delegates } from '../../../../src/hosts/delegates.service.js';
import { HostName } from '../../../../src/hosts/host-name.service.js';
import { type ChatPerson, Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { type Message, mistake, person, sentences } from '../../message.js';
import { phrase } from '../../phrase.js';
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
    const found = await this.people.find(call, name);
    if (!found.ok) return mistake(found.problem.line);
    return verb === 'add' ? this.add(hostId, call, found.value) : this.remove(hostId, found.value);
  }

  private async add(
    hostId: string,
    { caller, platform }: CommandCall,
    someone: ChatPerson,
  ): Promise<Message> {
    const delegate = await this.identities.identify(someone);
    if (delegate.id === caller.id) return sentences(say('people:delegate.self'));
    await this.delegates.add(hostId, delegate.id);
    const shown = person(delegate, await this.names.called(delegate));
    const host = person(caller, await this.names.of(hostId));
    const news = phrase((who) => say('people:delegate.told', { host: who(host) }));
    const told = await platform.tell(someone, sentences(news)).catch(() => null);
    const untold = phrase((who) => say('people:delegate.untold', { delegate: who(shown) }));
    const added = phrase((who) =>
      say('people:delegate.added', { delegate: who(shown), name: shown.name, host: host.name }),
    );
    return sentences(added, ...(told?.ok === true ? [] : [untold]));
  }

  private async remove(hostId: string, someone: ChatPerson): Promise<Message> {
    const delegate = await this.identities.known(someone);
    const isRemoved = delegate !== null && (await this.delegates.remove(hostId, delegate.id));
    const key = isRemoved ? 'people:delegate.removed' : 'people:delegate.absent';
    const called = delegate ? await this.names.called(delegate) : someone.name;
    return sentences(phrase((who) => say(key, { delegate: who(person(someone, called)) })));
  }

  private async list(hostId: string): Promise<Message> {
    const people = await this.delegates.of(hostId);
    if (people.length === 0) return sentences(say('people:delegate.none'));
    const shown = people.map(async (one) => person(one, await this.names.called(one)));
    return {
      title: say('people:delegate.title'),
      lines: (await Promise.all(shown)).map((one) => ['• ', one]),
    };
  }
}
