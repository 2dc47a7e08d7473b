import { Injectable } from '@nestjs/common';
import type { Installation, InstallationStore } from '@slack/bolt';
import { Database } from '../../../src/database/database.js';
import { Fault } from '../../../src/shared/fault.js';
import { SecretBox } from '../../../src/shared/secret-box.js';
import { LostWorkspaces } from '../../core/workspaces/lost-workspaces.js';
import { SLACK } from '../slack-address.js';
import { SlackTokens } from '../slack-tokens.js';
import { SlackInstallation } from './slack-installation.entity.js';
import { tokenPlace } from './token-place.js';

/** Keeps what workspaces grant when they install the app. */
@Injectable()
export class Installations implements InstallationStore {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly tokens: SlackTokens,
    private readonly lost: LostWorkspaces,
  ) {}

  /** Once more in a workspace that has it: the newer tokens count. */
  storeInstallation: InstallationStore['storeInstallation'] = async (given) => {
    const { bot, user } = given;
    const { workspace, teamName, isEnterprise } = ownerOf(given);
    if (!bot) throw new Fault('install-without-bot', 'Slack granted no bot token.');
    const row = {
      ...{ workspace, teamName, isEnterprise, installedBy: user.id, botUserKey: bot.userId },
      scopes: bot.scopes.join(','),
      botToken: this.box.seal(bot.token, tokenPlace('bot_token', workspace)),
      refreshToken: bot.refreshToken
        ? this.box.seal(bot.refreshToken, tokenPlace('refresh_token', workspace))
        : null,
      expiresAt: bot.expiresAt === undefined ? null : new Date(bot.expiresAt * 1_000),
    };
    await this.database.asOne(async (entities) => {
      await entities.upsert(SlackInstallation, row, { onConflictFields: ['workspace'] });
      await this.lost.regain({ platform: SLACK, workspace });
    });
    this.tokens.forget(workspace);
  };

  /** The library would refresh tokens by itself; ours are renewed behind a lock. */
  fetchInstallation: InstallationStore['fetchInstallation'] = () =>
    Promise.reject(new Fault('install-unread', 'Tokens are read elsewhere.'));

  async workspaces(): Promise<string[]> {
    const all = await this.database.read((entities) => entities.findAll(SlackInstallation));
    return all.map(({ workspace }) => workspace);
  }

  /** What the workspace is called; null when it is not installed. */
  async nameOf(workspace: string): Promise<string | null> {
    const known = await this.database.read((entities) =>
      entities.findOne(SlackInstallation, { workspace }),
    );
    return known?.teamName ?? null;
  }

  /** What the workspace was called; null when it was not installed. */
  async remove(workspace: string): Promise<string | null> {
    const known = await this.database.write(async (entities) => {
      const installation = await entities.findOne(SlackInstallation, { workspace });
      await entities.nativeDelete(SlackInstallation, { workspace });
      return installation;
    });
    this.tokens.forget(workspace);
    return known?.teamName ?? null;
  }
}

function ownerOf(given: Installation) {
  const { enterprise, team } = given;
  if (given.isEnterpriseInstall && enterprise) {
    return { workspace: enterprise.id, teamName: enterprise.name ?? '', isEnterprise: true };
  }
  if (team) return { workspace: team.id, teamName: team.name ?? '', isEnterprise: false };
  throw new Fault('install-without-team', 'Slack named no workspace.');
}
