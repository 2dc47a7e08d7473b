import type { SlackActor } from './slack-payloads.js';
import { SlackRefusal } from './slack-refusal.js';

export interface InstallOptions {
  /** `/slack/install` unless said. */
  readonly path?: string;
  /** They press Cancel on Slack's page. */
  readonly declines?: boolean;
  /** It is installed for this whole organisation. */
  readonly organisation?: { readonly id: string; readonly name: string };
  /** Another browser comes back from Slack than went there. */
  readonly losesCookies?: boolean;
}

/** Where somebody ends who took the app into their workspace, and the address they came back by. */
export interface Installed {
  readonly status: number;
  readonly text: string;
  readonly callback: string;
}

/** In a browser: from the app's install page over Slack's page, where they allow it, and back. */
export async function installApp(
  { cloud, team, person }: SlackActor,
  appUrl: string,
  options: InstallOptions = {},
): Promise<Installed> {
  const start = await fetch(new URL(options.path ?? '/slack/install', appUrl), {
    redirect: 'manual',
  });
  const cookies = start.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  const html = await start.text();
  const link = /href="([^"]*\/oauth\/v2\/authorize[^"]*)"/.exec(html)?.[1];
  const address = start.headers.get('location') ?? link?.replaceAll('&amp;', '&');
  if (address === undefined) throw new SlackRefusal(`No way to Slack: ${start.status} ${html}`);
  if (!address.startsWith(`${cloud.url}/oauth/v2/authorize`)) {
    throw new SlackRefusal(`Another Slack: ${address}`);
  }
  const { search, searchParams } = new URL(address);
  const page = await team.emulator.authorizePage(search);
  if (page.status !== 200) throw new SlackRefusal(`Slack's page: ${page.status} ${page.html}`);
  team.enterprise = options.organisation ?? team.enterprise;
  const asked = Object.fromEntries(searchParams);
  const back = options.declines
    ? declined(asked)
    : await team.emulator.allow({ scope: '', user_scope: '', ...asked, user_id: person.id });
  const code = back.searchParams.get('code');
  if (code !== null) cloud.codes.set(code, team.id);
  const callback = new URL(back.pathname + back.search, appUrl);
  const headers = options.losesCookies ? {} : { cookie: cookies.join('; ') };
  const end = await fetch(callback, { headers });
  return { status: end.status, text: await end.text(), callback: callback.href };
}

function declined({ redirect_uri, state }: Readonly<Record<string, string>>): URL {
  const back = new URL(redirect_uri ?? '');
  back.searchParams.set('error', 'access_denied');
  if (state !== undefined) back.searchParams.set('state', state);
  return back;
}
