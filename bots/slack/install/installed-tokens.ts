import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Database } from '../../../src/database/database.js';
import { Clock } from '../../../src/shared/clock.js';
import { Fault } from '../../../src/shared/fault.js';
import { SecretBox } from '../../../src/shared/secret-box.js';
import { SlackTokens } from '../slack-tokens.js';
import { SlackInstallation } from './slack-installation.entity.js';
import { type Renewal, TokenRotation } from './token-rotation.js';
import { tokenPlace } from './token-place.js';

/** How long a token that is known by heart counts without another look: an uninstalled workspace is left alone within a minute. */
const KNOWN_FOR = 30_000;

/** A token that ends within this time, in milliseconds, is renewed first. */
const RENEW_BEFORE = 30 * 60_000;

/** How long Slack is left alone when it gave no new token, in milliseconds. */
const LEFT_ALONE = { away: 10_000, refused: 10 * 60_000 };

interface Unrenewed {
  readonly why: Exclude<Renewal, 'renewed'>;
  /** Another one, after a new installation, is tried at once. */
  readonly refreshToken: string | null;
  /** Epoch milliseconds. */
  readonly until: number;
}

interface Known {
  readonly token: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** The tokens of all workspaces that installed the app. */
@Injectable()
export class InstalledTokens extends SlackTokens {
  private readonly known = new Map<string, Known>();
  private readonly unrenewed = new Map<string, Unrenewed>();
  private readonly underWay = new Map<string, Promise<string | null>>();

  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly rotation: TokenRotation,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async tokenOf(workspace: string): Promise<string | null> {
    const known = this.known.get(workspace);
    if (known && known.until > this.clock.now()) return known.token;
    const installation = await this.database.read((em) =>
      em.findOne(SlackInstallation, { workspace }),
    );
    if (!installation) return null;
    const token = this.isEnding(installation)
      ? await this.renewedOnce(workspace)
      : this.box.open(installation.botToken, tokenPlace('bot_token', workspace));
    if (token !== null) this.known.set(workspace, { token, until: this.clock.now() + KNOWN_FOR });
    return token;
  }

  override knownTokenOf(workspace: string): string | null {
    return this.known.get(workspace)?.token ?? null;
  }

  override forget(workspace: string): void {
    this.known.delete(workspace);
  }

  /** Whoever wants it meanwhile waits with the first, and keeps no connection for that. */
  private renewedOnce(workspace: string): Promise<string | null> {
    const renewal =
      this.underWay.get(workspace) ??
      this.renewed(workspace).finally(() => this.underWay.delete(workspace));
    this.underWay.set(workspace, renewal);
    return renewal;
  }

  /** Behind the row's lock: of all processes that find it ending, one asks Slack and the others take what it got. */
  private renewed(workspace: string): Promise<string | null> {
    return this.database.write(async (entities) => {
      const held = await this.hold(entities, workspace);
      if (!held) return null;
      if (this.isEnding(held)) await this.renew(held);
      if (!this.isOver(held))
        return this.box.open(held.botToken, tokenPlace('bot_token', workspace));
      if (this.unrenewed.get(workspace)?.why === 'refused') return null;
      throw new Fault(
        'slack-away',
        `The token of ${workspace} is over, and Slack gave no new one.`,
      );
    });
  }

  /** Slack is asked once, and left alone for a while when it gave none: the old one may still do. */
  private async renew(held: SlackInstallation): Promise<void> {
    const { workspace, refreshToken } = held;
    const now = this.clock.now();
    const former = this.unrenewed.get(workspace);
    if (former && former.until > now && former.refreshToken === refreshToken) return;
    const renewal = await this.rotation.renew(held);
    if (renewal === 'renewed') this.unrenewed.delete(workspace);
    else {
      const until = now + LEFT_ALONE[renewal];
      this.unrenewed.set(workspace, { why: renewal, refreshToken: refreshToken ?? null, until });
    }
  }

  private hold(entities: EntityManager, workspace: string): Promise<SlackInstallation | null> {
    return entities.findOne(
      SlackInstallation,
      { workspace },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
  }

  private isEnding({ expiresAt }: SlackInstallation): boolean {
    return Boolean(expiresAt) && Number(expiresAt) - this.clock.now() < RENEW_BEFORE;
  }

  private isOver({ expiresAt }: SlackInstallation): boolean {
    return Boolean(expiresAt) && Number(expiresAt) <= this.clock.now();
  }
}
