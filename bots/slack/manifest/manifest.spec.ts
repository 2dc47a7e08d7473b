import { describe, expect, it } from '@jest/globals';
import { Env } from '../../../src/config/env.js';
import { nameCommands } from '../../../src/language/say.js';
import { REDIRECT_PATH } from '../install/install-pages.js';
import { DEFAULT_COMMAND_NAMES, isWorking } from '../../core/grammar/command-entry.js';
import { grammarNamed } from '../../core/grammar/grammar.js';
import { manifestText } from './manifest-text.js';
import { type AppManifest, SCOPE_REASONS } from './scopes.js';
import { SHORTCUTS } from './shortcuts.js';

const env = {
  publicUrl: 'https://book.example.com',
  contactEmail: 'help@example.com',
  commandNames: DEFAULT_COMMAND_NAMES,
  slack: null,
};
const made = (mode?: string, more: Partial<typeof env> = {}) => {
  const text = manifestText({ ...env, ...more }, mode);
  nameCommands(DEFAULT_COMMAND_NAMES);
  if (!text.ok) throw new Error(text.problem.sentence);
  return { manifest: JSON.parse(text.value.json) as AppManifest, guide: text.value.guide };
};
const refusal = (mode?: string, more: Partial<typeof env> = {}) => {
  const text = manifestText({ ...env, ...more }, mode);
  nameCommands(DEFAULT_COMMAND_NAMES);
  return text.ok ? '' : text.problem.sentence;
};

describe.each(['socket', 'http', 'many'])('the manifest for %s', (mode) => {
  const { manifest, guide } = made(mode);
  const { display_information: shown, features, oauth_config: oauth, settings } = manifest;

  it('keeps to what Slack documents', () => {
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description?.length).toBeLessThanOrEqual(140);
    expect(shown.description?.split(' ').length).toBeLessThanOrEqual(10);
    expect(shown.long_description?.length).toBeGreaterThanOrEqual(174);
    expect(shown.long_description?.length).toBeLessThanOrEqual(4_000);
    expect(features?.bot_user?.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    for (const { command, description, usage_hint } of features?.slash_commands ?? []) {
      expect(command).toMatch(/^\/.{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2_000);
      expect(usage_hint?.length).toBeLessThanOrEqual(1_000);
    }
    for (const { name, callback_id, description } of features?.shortcuts ?? []) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(callback_id.length).toBeLessThanOrEqual(255);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });

  it('has each command once, with people and channels escaped', () => {
    const commands = features?.slash_commands ?? [];
    expect(commands.map(({ command }) => command)).toEqual([
      '/book',
      '/schedule',
      '/schedule-admin',
    ]);
    expect(commands.every(({ should_escape }) => should_escape === true)).toBe(true);
    expect(commands[1]?.usage_hint).toMatch(/^setup \| show \| settings \| link/);
    expect(features?.shortcuts).toEqual(SHORTCUTS);
  });

  it('hints at what works, and at nothing that comes later', () => {
    const { commands } = grammarNamed();
    const working = commands.filter(isWorking).map(({ path }) => path.split(' ')[0]);
    const hints = features?.slash_commands?.flatMap(({ usage_hint = '' }) =>
      usage_hint.split(' | '),
    );
    expect(new Set(hints)).toEqual(new Set(working));
  });

  it('asks for the scopes that have a reason, and for no other', () => {
    expect(oauth?.scopes).toEqual({ bot: Object.keys(SCOPE_REASONS) });
    expect(Object.values(SCOPE_REASONS).every((reason) => reason.length > 10)).toBe(true);
  });

  it('names our address where Slack comes to us, and none where we go to Slack', () => {
    const addresses = JSON.stringify(manifest).match(/https:\/\/book\.example\.com[^"]*/g) ?? [];
    const events = 'https://book.example.com/slack/events';
    const redirect = `https://book.example.com${REDIRECT_PATH}`;
    expect([...new Set(addresses)].sort()).toEqual(
      { socket: [], http: [events], many: [events, redirect] }[mode],
    );
    expect(settings?.socket_mode_enabled).toBe(mode === 'socket');
    expect(settings?.token_rotation_enabled).toBe(mode === 'many');
    expect(features?.unfurl_domains).toEqual(['book.example.com']);
  });

  it('is in the link that makes the app', () => {
    const link = new URL(guide.find((line) => line.startsWith('https://')) ?? '');
    expect(link.origin + link.pathname).toBe('https://api.slack.com/apps');
    expect(link.searchParams.get('new_app')).toBe('1');
    expect(JSON.parse(link.searchParams.get('manifest_json') ?? '')).toEqual(manifest);
  });
});

describe('the manifest', () => {
  it('is for the way in which the environment connects, unless another one is named', () => {
    const variables = { SLACK_SIGNING_SECRET: 'a'.repeat(32), SLACK_CLIENT_ID: '1.2' };
    const { slack } = Env.from({ ...variables, SLACK_CLIENT_SECRET: 'b'.repeat(32) });
    const isSocket = (mode?: string) => {
      const text = manifestText({ ...env, slack }, mode);
      return text.ok && text.value.json.includes('"socket_mode_enabled": true');
    };
    expect([isSocket(), isSocket('many'), isSocket('socket')]).toEqual([false, false, true]);
  });

  it('bears the names that the operator gave the commands', () => {
    const commandNames = { book: 'meet', schedule: 'hours', scheduleAdmin: 'hours-admin' };
    const { manifest } = made('socket', { commandNames });
    const commands = manifest.features?.slash_commands?.map(({ command }) => command);
    expect(commands).toEqual(['/meet', '/hours', '/hours-admin']);
    expect(manifest.display_information.long_description).toMatch(/by \/meet,.*with \/hours\./);
  });

  it.each(['http://localhost:3000', 'https://10.0.0.1'])('shows no links of %s', (publicUrl) => {
    expect(made('socket', { publicUrl }).manifest.features?.unfurl_domains).toBeUndefined();
  });

  it('is not made for a way that does not exist, or for an address that Slack cannot reach', () => {
    expect(refusal('carrier-pigeon')).toMatch(/Say socket, http or many/);
    expect(refusal('http', { publicUrl: 'http://localhost:3000' })).toMatch(/Set APP_URL/);
  });
});
