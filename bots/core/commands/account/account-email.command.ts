import { Injectable } from '@nestjs/common';
import { HostEmail } from '../../../../src/hosts/host-email.service.js';
import { say } from '../../../../src/language/say.js';
import { MailOut } from '../../../../src/notifications/mail/delivery/mail-out.js';
import { parseEmailAddress } from '../../../../src/shared/text/email-address.js';
import { type Message, mistake, sentences } from '../../message.js';
import { type CommandCall, OwnHostCommand } from '../command.js';

/** Where a host gets mail about their bookings, and attendees' answers to it. */
@Injectable()
export class AccountEmailCommand extends OwnHostCommand {
  readonly path = 'account email';

  constructor(
    private readonly hostEmail: HostEmail,
    private readonly mailOut: MailOut,
  ) {
    super();
  }

  override async runFor(hostId: string, call: CommandCall): Promise<Message> {
    const typed = call.word('address')?.trim();
    if (typed === undefined) return this.shown(await this.hostEmail.of(hostId));
    if (/^(?:off|none|no|remove|delete)$/i.test(typed)) {
      await this.hostEmail.set(hostId, null);
      return sentences(say('mail:hostEmail.off'));
    }
    const address = parseEmailAddress(typed);
    if (!address.ok) return mistake(address.problem.sentence);
    await this.hostEmail.set(hostId, address.value);
    return this.shown(address.value);
  }

  private shown(email: string | null): Message {
    if (email === null) return sentences(say('mail:hostEmail.none'));
    const noServer = this.mailOut.isSending ? [] : [say('mail:hostEmail.noServer')];
    return sentences(say('mail:hostEmail.set', { email }), ...noServer);
  }
}
