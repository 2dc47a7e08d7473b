import { Injectable } from '@nestjs/common';
import { UnlinkAccount } from '../../../../src/bookings/accounts/unlink-account.service.js';
import type { ChatIdentity } from '../../../../src/hosts/chat-identity.entity.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import { AccountNews } from '../../notices/account-news.js';
import { accountName, accountNames } from '../../account-words.js';
import { Confirmations } from '../../dialogues/confirmations.js';
import { type Message, mistake, sentences } from '../../message.js';
import { type CommandCall, OwnHostCommand } from '../command.js';

/** Takes this account, or another one of the same host, away from the host; calendars and bookings stay. */
@Injectable()
export class AccountUnlinkCommand extends OwnHostCommand {
  readonly path = 'account unlink';

  constructor(
    private readonly unlink: UnlinkAccount,
    private readonly identities: Identities,
    private readonly confirmations: Confirmations,
    private readonly news: AccountNews,
  ) {
    super();
  }

  override async runFor(hostId: string, call: CommandCall): Promise<Message> {
    const all = await this.identities.ofHost(hostId);
    if (all.length < 2) return sentences(say('accounts:unlink.only'));
    const named = namedAmong(all, call);
    if (!named.ok) return mistake(named.problem);
    const { id } = named.value;
    const account = accountName(named.value);
    const others = accountNames(all.filter((one) => one.id !== id));
    if (!call.isConfirmed) {
      return this.confirmations.ask(
        call,
        say('accounts:unlink.sure', { account, others }),
        'unlink',
      );
    }
    const left = await this.unlink.run(hostId, id);
    if (!left.ok) return sentences(say('accounts:unlink.only'));
    const toTell = [...left.value, named.value].filter((one) => one.id !== call.caller.id);
    await this.news.tell(toTell, say('accounts:unlink.told', { account, others }));
    return sentences(say('accounts:unlink.done', { account, others }));
  }
}

/** By its platform, or by its name; the caller's own when nothing is said. */
function namedAmong(
  all: readonly ChatIdentity[],
  { caller, word }: CommandCall,
): Outcome<ChatIdentity, string> {
  const name = (word('account') ?? '').trim().replace(/^@/, '').toLowerCase();
  const isMeant = (one: ChatIdentity): boolean =>
    name === ''
      ? one.id === caller.id
      : [one.platform, one.name, one.userKey].some((known) => known.toLowerCase() === name);
  const [account, another] = all.filter(isMeant);
  const facts = { account: name, accounts: accountNames(all) };
  if (!account) return refused(say('accounts:unlink.unknown', facts));
  return another ? refused(say('accounts:unlink.ambiguous', facts)) : done(account);
}
