import type { AppsManifestCreateArguments } from '@slack/web-api';

export type AppManifest = AppsManifestCreateArguments['manifest'];
type OAuthConfig = NonNullable<AppManifest['oauth_config']>;
type BotScope = NonNullable<NonNullable<OAuthConfig['scopes']>['bot']>[number];

/** What the app may do in a workspace: no more than it needs, each for a reason. */
export const SCOPE_REASONS = {
  commands: 'Slash commands and shortcuts: everything starts with one.',
  'chat:write':
    'Answers, booking cards and reminders, in channels it was invited to and to people.',
  'im:history': 'Reads what people write to it in direct messages, and nothing else.',
  'im:write': 'Opens the direct message in which it tells somebody about their booking.',
  'users:read': 'Names, time zones, and whether somebody is a guest, a full member or an admin.',
  'users:read.email': 'Proposes the e-mail address for a confirmation, so that nobody types it.',
  'channels:read': 'Finds the public channel for alerts, and whether the host is in it.',
  'groups:read': 'The same for private channels that it was invited to.',
  'links:read': 'Notices a booking link of its own in a conversation.',
  'links:write': 'Shows the next free times below such a link.',
} as const satisfies Partial<Record<BotScope, string>>;

const isScope = (name: string): name is keyof typeof SCOPE_REASONS => name in SCOPE_REASONS;

export const BOT_SCOPES: readonly BotScope[] = Object.keys(SCOPE_REASONS).filter(isScope);
