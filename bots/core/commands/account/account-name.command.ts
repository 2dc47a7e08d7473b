import { Injectable } from '@nestjs/common';
import { RenameHost } from '../../../../src/calendars/rename-host.service.js';
import { HostName } from '../../../../src/hosts/host-name.service.js';
import { say } from '../../../../src/language/say.js';
import { personNameSchema } from '../../../../src/shared/text/person-text.js';
import { type Message, mistake, sentences } from '../../message.js';
import { type CommandCall, OwnHostCommand } from '../command.js';

/** What people read as the host's name, which at first is that of the chat. */
@Injectable()
export class AccountNameCommand extends OwnHostCommand {
  readonly path = 'account name';

  constructor(
    private readonly hostName: HostName,
    private readonly rename: RenameHost,
  ) {
    super();
  }

  override async runFor(hostId: string, call: CommandCall): Promise<Message> {
    const typed = call.word('name');
    if (typed === undefined) {
      return sentences(say('people:hostName.is', { name: await this.hostName.of(hostId) }));
    }
    const name = personNameSchema.safeParse(typed);
    if (!name.success) return mistake(name.error.issues[0]?.message ?? '');
    await this.rename.run(hostId, name.data);
    return sentences(say('people:hostName.set', { name: name.data }));
  }
}
