import { randomBytes } from 'node:crypto';

/** How long a rotating token is good, in milliseconds. */
const ROTATION = 12 * 60 * 60 * 1000;

interface Token {
  readonly team: string;
  /** What `emulate` knows it by. */
  readonly inner: string;
  readonly expires: number;
  state: 'good' | 'token_revoked' | 'account_inactive';
}

export interface TokenPair {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

/** The tokens that the app was given, by what they still open. */
export class SlackTokens {
  private readonly tokens = new Map<string, Token>();
  /** Each refreshes once. */
  private readonly refreshers = new Map<
    string,
    { readonly team: string; readonly inner: string }
  >();

  constructor(private readonly now: () => number) {}

  /** A token that does not rotate goes by one name. */
  accept(team: string, token: string): void {
    this.tokens.set(token, { team, inner: token, expires: Infinity, state: 'good' });
  }

  rotating(team: string, inner: string): TokenPair {
    const access = `xoxe.xoxb-1-${randomBytes(12).toString('hex')}`;
    const refresh = `xoxe-1-${randomBytes(12).toString('hex')}`;
    this.tokens.set(access, { team, inner, expires: this.now() + ROTATION, state: 'good' });
    this.refreshers.set(refresh, { team, inner });
    return { access_token: access, refresh_token: refresh, expires_in: ROTATION / 1000 };
  }

  refresh(token: unknown): (TokenPair & { readonly team: string }) | null {
    const known = this.refreshers.get(String(token));
    if (!known) return null;
    this.refreshers.delete(String(token));
    return { team: known.team, ...this.rotating(known.team, known.inner) };
  }

  /** Whose it is; or Slack's name for what is wrong with it. */
  open(token: string | null): Token | { readonly error: string } {
    if (!token) return { error: 'not_authed' };
    const known = this.tokens.get(token);
    if (!known) return { error: 'invalid_auth' };
    if (known.state !== 'good') return { error: known.state };
    return this.now() >= known.expires ? { error: 'token_expired' } : known;
  }

  revoke(token: string): void {
    const known = this.tokens.get(token);
    if (known) known.state = 'token_revoked';
  }

  /** The app was taken out of the team. */
  close(team: string): void {
    for (const token of this.tokens.values()) {
      if (token.team === team) token.state = 'account_inactive';
    }
    for (const [name, known] of this.refreshers) {
      if (known.team === team) this.refreshers.delete(name);
    }
  }
}
