import type { ChannelAddress } from '../../src/calendars/create-calendar.service.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';

export const SLACK = 'slack';

/** `workspace` is the team, or the organisation where the app is installed for all its teams. */
export const slackChannel = (
  workspace: string,
  channel: string,
  channelName: string,
): ChannelAddress => ({ platform: SLACK, workspace, channel, channelName });

export const slackPerson = (workspace: string, userKey: string, name: string): ChatPerson => ({
  platform: SLACK,
  workspace,
  userKey,
  name,
});

/** The id in `<@U0123>`, `<@U0123|ada>`, `@U0123` or `U0123`; null for anything else. */
export const userIn = (text: string): string | null =>
  /^<?@?([UW][A-Z0-9]{2,})(?:\|[^>]*)?>?$/.exec(text.trim())?.[1] ?? null;

/** The id in `<#C0123>`, `<#C0123|sales>`, `#C0123` or `C0123`; null for anything else. */
export const channelIn = (text: string): string | null =>
  /^<?#?([CG][A-Z0-9]{2,})(?:\|[^>]*)?>?$/.exec(text.trim())?.[1] ?? null;
