import type { TeamMethod } from './slack-api.js';
import type { JsonObject } from './slack-blocks.js';
import type { SlackCloud } from './slack-cloud.js';
import type { SlackAnswer } from './slack-emulator.js';

/** A method that is asked without a token of a team. */
type OpenMethod = (
  cloud: SlackCloud,
  body: JsonObject,
  token: string | null,
) => Promise<SlackAnswer>;

export const openMethods: Readonly<Record<string, OpenMethod | undefined>> = {
  'oauth.v2.access': (cloud, body) =>
    body['grant_type'] === 'refresh_token' ? refreshed(cloud, body) : installed(cloud, body),
  'oauth.v2.exchange': (cloud, body) => {
    const grant = cloud.tokens.open(String(body['token']));
    if ('error' in grant) return Promise.resolve({ ok: false, error: grant.error });
    const pair = cloud.tokens.rotating(grant.team, grant.inner);
    return Promise.resolve({ ok: true, token_type: 'bot', ...pair });
  },
  'apps.connections.open': (cloud, _body, token) => {
    if (token !== cloud.appToken) return Promise.resolve({ ok: false, error: 'invalid_auth' });
    const url = `${cloud.url.replace('http', 'ws')}/link/?ticket=${cloud.tickets.issue()}`;
    return Promise.resolve({ ok: true, url });
  },
};

export const installMethods: Readonly<Record<string, TeamMethod>> = {
  'auth.test': async ({ team, emulate }) => {
    const answer = await emulate('auth.test');
    return { ...answer, ...(team.enterprise && { enterprise_id: team.enterprise.id }) };
  },
  'auth.revoke': ({ cloud, token }) => {
    cloud.tokens.revoke(token);
    return Promise.resolve({ ok: true, revoked: true });
  },
  'apps.uninstall': ({ cloud, team }) => {
    cloud.tokens.close(team.id);
    return Promise.resolve({ ok: true });
  },
};

function refreshed(cloud: SlackCloud, body: JsonObject): Promise<SlackAnswer> {
  const isApp = [...cloud.teams.values()].some(
    ({ app }) => app.clientId === body['client_id'] && app.clientSecret === body['client_secret'],
  );
  if (!isApp) return Promise.resolve({ ok: false, error: 'invalid_client_id' });
  const pair = cloud.tokens.refresh(body['refresh_token']);
  const team = cloud.teams.get(pair?.team ?? '');
  if (!pair || !team) return Promise.resolve({ ok: false, error: 'invalid_refresh_token' });
  const { app, id, name } = team;
  return Promise.resolve({
    ...{ ok: true, ...pair, token_type: 'bot', scope: app.scopes.join(',') },
    ...{ bot_user_id: app.botUserId, app_id: app.appId, team: { id, name } },
    ...{ enterprise: team.enterprise, is_enterprise_install: team.enterprise !== null },
  });
}

async function installed(cloud: SlackCloud, body: JsonObject): Promise<SlackAnswer> {
  const team = cloud.teams.get(cloud.codes.get(String(body['code'])) ?? '');
  if (!team) return { ok: false, error: 'invalid_code' };
  const answer = await team.emulator.call(null, 'oauth.v2.access', body);
  if (!answer.ok) return answer;
  cloud.codes.delete(String(body['code']));
  const inner = String(answer['access_token']);
  if (!cloud.rotatesTokens) cloud.tokens.accept(team.id, inner);
  return {
    ...answer,
    ...(cloud.rotatesTokens && cloud.tokens.rotating(team.id, inner)),
    ...(team.enterprise && {
      ...{ enterprise: team.enterprise, is_enterprise_install: true, team: null },
    }),
  };
}
