import { Injectable } from '@nestjs/common';
import { Identities } from '../../../src/hosts/identities.service.js';
import { say } from '../../../src/language/say.js';
import { type Message, sentences } from '../message.js';
import { Command, type CommandCall } from './command.js';

/** Whether a host stands in the list of people who can be booked; whoever knows their name finds them anyway. */
@Injectable()
export class AccountListedCommand extends Command {
  readonly path = 'account listed';

  constructor(private readonly identities: Identities) {
    super();
  }

  override async run({ caller: { hostId }, word }: CommandCall): Promise<Message> {
    if (!hostId) return sentences(say('commands:noCalendar'));
    const isListed = /^(?:yes|on|true)$/i.test(word('listed') ?? 'yes');
    await this.identities.setListed(hostId, isListed);
    return sentences(say(isListed ? 'people:listed.yes' : 'people:listed.no'));
  }
}
