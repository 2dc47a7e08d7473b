import { isIP } from 'node:net';
import { say } from '../../../src/language/say.js';
import { isWorking, type TopLevel } from '../../core/grammar/command-entry.js';
import type { Grammar } from '../../core/grammar/grammar.js';
import { type AppManifest, BOT_SCOPES } from './scopes.js';
import { SHORTCUTS } from './shortcuts.js';

/**
 * How Slack reaches us: by a connection that we open (`socket`), at our address for one workspace
 * (`http`), or there for all workspaces that install the app (`many`).
 */
export const SLACK_MODES = ['socket', 'http', 'many'] as const;
export type SlackMode = (typeof SLACK_MODES)[number];

export interface ManifestFacts {
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly contactEmail: string | null;
  readonly grammar: Grammar;
  readonly mode: SlackMode;
}

type Settings = NonNullable<AppManifest['settings']>;
type Events = NonNullable<NonNullable<Settings['event_subscriptions']>['bot_events']>;

/** What we are told of; all else that happens in a workspace is never sent to us. */
const EVENTS: Events = [
  'app_home_opened',
  'message.im',
  'link_shared',
  'user_change',
  'app_uninstalled',
  'tokens_revoked',
];

/** As people mention it: `/invite @booking`. */
const BOT_NAME = 'booking';

/** The app as Slack is to make it. */
export function appManifest(facts: ManifestFacts): AppManifest {
  const { publicUrl, mode } = facts;
  const requests = mode === 'socket' ? {} : { request_url: eventsUrl(publicUrl) };
  const redirects = mode === 'many' ? { redirect_urls: [`${publicUrl}/slack/oauth_redirect`] } : {};
  return {
    display_information: {
      name: say('names:product'),
      description: say('slackApp:description'),
      long_description: say('slackApp:longDescription', {
        support: facts.contactEmail ?? say('slackApp:noSupport'),
      }),
    },
    features: features(facts),
    oauth_config: { ...redirects, scopes: { bot: [...BOT_SCOPES] } },
    settings: {
      event_subscriptions: { ...requests, bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...requests },
      org_deploy_enabled: mode === 'many',
      socket_mode_enabled: mode === 'socket',
      // A token that an operator put into the environment must not run out.
      token_rotation_enabled: mode === 'many',
    },
  };
}

/** Opens Slack's page for a new app with everything filled in. */
export const createAppLink = (manifest: AppManifest): string =>
  `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifest))}`;

const eventsUrl = (publicUrl: string): string => `${publicUrl}/slack/events`;

function features({
  publicUrl,
  grammar,
  mode,
}: ManifestFacts): NonNullable<AppManifest['features']> {
  const domain = unfurlDomain(publicUrl);
  const url = mode === 'socket' ? {} : { url: eventsUrl(publicUrl) };
  return {
    app_home: {
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    },
    bot_user: { display_name: BOT_NAME, always_online: true },
    shortcuts: [...SHORTCUTS],
    slash_commands: TOPS.map((top) => ({
      command: `/${grammar.names[top]}`,
      description: say(`slackApp:command.${top}`),
      usage_hint: usageHint(grammar, top),
      should_escape: true,
      ...url,
    })),
    ...(domain === null ? {} : { unfurl_domains: [domain] }),
  };
}

const TOPS = ['book', 'schedule', 'scheduleAdmin'] as const satisfies readonly TopLevel[];

/** The first words of all commands of one name that work. */
function usageHint({ commands }: Grammar, top: TopLevel): string {
  const words = commands
    .filter((entry) => entry.top === top && isWorking(entry))
    .map(({ path }) => path.split(' ')[0] ?? '');
  return [...new Set(words)].join(' | ');
}

/** Slack sees the links of a public name only. */
export function unfurlDomain(publicUrl: string): string | null {
  const { hostname } = new URL(publicUrl);
  return hostname.includes('.') && isIP(hostname) === 0 ? hostname : null;
}
