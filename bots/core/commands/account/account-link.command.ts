import { Injectable } from '@nestjs/common';
import { LinkAccounts } from '../../../../src/bookings/accounts/link-accounts.service.js';
import { Env } from '../../../../src/config/env.js';
import { AccountCodes, CODE_MINUTES } from '../../../../src/hosts/account-codes.service.js';
import { HostingPermission } from '../../../../src/hosts/hosting-permission.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { RateLimiter } from '../../../../src/shared/limits/rate-limiter.js';
import { accountName, accountNames, linkRefusal } from '../../account-words.js';
import { AccountNews } from '../../notices/account-news.js';
import { type Line, type Message, sentences } from '../../message.js';
import { Command, type CommandCall } from '../command.js';

/** Shows a code that makes another account the same host, or takes one that such an account showed. */
@Injectable()
export class AccountLinkCommand extends Command {
  readonly path = 'account link';

  constructor(
    private readonly codes: AccountCodes,
    private readonly linkAccounts: LinkAccounts,
    private readonly identities: Identities,
    private readonly permission: HostingPermission,
    private readonly news: AccountNews,
    private readonly limiter: RateLimiter,
    private readonly env: Env,
  ) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const { id, hostId } = call.caller;
    const code = call.word('code')?.trim() ?? '';
    if (code === '' && !hostId) return sentences(say('accounts:code.notHost'));
    const barred = await this.permission.refusal(call.caller);
    if (barred !== null) return sentences(barred);
    if (!(await this.limiter.allows('accountCode', id)))
      return sentences(say('accounts:code.tooMany'));
    return code === '' && hostId ? this.show(hostId, call) : this.link(code, call);
  }

  private async show(hostId: string, { caller }: CommandCall): Promise<Message> {
    const code = await this.codes.make({ hostId, identityId: caller.id });
    const accounts = await this.identities.ofHost(hostId);
    const present: Line = [say('accounts:code.present', { accounts: accountNames(accounts) })];
    return {
      title: say('accounts:code.title'),
      lines: [
        [say('accounts:code.how', { count: CODE_MINUTES })],
        [say('accounts:code.line', { code })],
        [say('accounts:code.secret')],
        ...(accounts.length > 1 ? [present] : []),
      ],
    };
  }

  private async link(code: string, { caller, isConfirmed }: CommandCall): Promise<Message> {
    const wish = { identityId: caller.id, code, mayLeavePast: isConfirmed };
    const linked = await this.linkAccounts.run(wish);
    if (!linked.ok) {
      const again = `/${this.env.commandNames.schedule} account link ${code} --yes`;
      return sentences(linkRefusal(linked.problem, again));
    }
    const all = await this.identities.ofHost(linked.value.hostId ?? '');
    const { platform } = caller;
    const told = say('accounts:told', { account: accountName(caller), platform });
    await this.news.tell(
      all.filter(({ id }) => id !== caller.id),
      told,
    );
    return sentences(
      say('accounts:linked', { account: accountName(linked.value) }),
      say('accounts:undo'),
    );
  }
}
