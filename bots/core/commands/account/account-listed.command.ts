import { Injectable } from '@nestjs/common';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { type Message, sentences } from '../../message.js';
import { type CommandCall, OwnHostCommand } from '../command.js';

/** Whether a host stands in the list of people who can be booked; whoever knows their name finds them anyway. */
@Injectable()
export class AccountListedCommand extends OwnHostCommand {
  readonly path = 'account listed';

  constructor(private readonly identities: Identities) {
    super();
  }

  override async runFor(hostId: string, { word }: CommandCall): Promise<Message> {
    const isListed = /^(?:yes|on|true)$/i.test(word('listed') ?? 'yes');
    await this.identities.setListed(hostId, isListed);
    return sentences(say(isListed ? 'people:listed.yes' : 'people:listed.no'));
  }
}
