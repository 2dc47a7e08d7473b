import { SlackTokens } from './slack-tokens.js';

/** The one token of an app that serves one workspace. */
export class OneWorkspaceTokens extends SlackTokens {
  constructor(private readonly botToken: string) {
    super();
  }

  override tokenOf(): Promise<string> {
    return Promise.resolve(this.botToken);
  }

  override knownTokenOf(): string {
    return this.botToken;
  }

  override forget(): void {
    // Only the operator can give another one.
  }
}
