import type { ChannelAddress } from '../../src/calendars/create-calendar.service.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';

export const SLACK = 'slack';

/** `workspace` is the team, or the organisation where the app is installed for all its teams. */
export const slackChannel = (
  workspace: string,
  channel: string,
  channelName: string,
): ChannelAddress => ({ platform: SLACK, workspace, channel, channelName });

/** Somebody of Slack, of whom more may be known. */
export const slackPerson = ({
  workspace,
  userKey,
  name,
}: Omit<ChatPerson, 'platform'>): ChatPerson => ({ platform: SLACK, workspace, userKey, name });

const USER = /^(?:<@([UW][A-Z0-9]+)(?:\|[^>]*)?>|@?([UW][A-Z0-9]{8,}))$/;
const CHANNEL = /^(?:<#([CG][A-Z0-9]+)(?:\|[^>]*)?>|#?([CG][A-Z0-9]{8,}))$/;

/** The id in `<@U024BE7LH>`, `<@U024BE7LH|ada>`, `@U024BE7LH` or `U024BE7LH`; null for a name. */
export const userIn = (text: string): string | null => idIn(text, USER);

/** The id in `<#C024BE7LH>`, `<#C024BE7LH|sales>`, `#C024BE7LH` or `C024BE7LH`; null for a name. */
export const channelIn = (text: string): string | null => idIn(text, CHANNEL);

/** Without Slack's marks a long name in capitals looks the same: only Slack knows whether it is an id. */
function idIn(text: string, pattern: RegExp): string | null {
  const [, marked, bare] = pattern.exec(text.trim()) ?? [];
  return marked ?? bare ?? null;
}
