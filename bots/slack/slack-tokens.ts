/** The bot tokens of the workspaces that we are in. */
export abstract class SlackTokens {
  /** Null for a workspace that we are not, or no longer, in. */
  abstract tokenOf(workspace: string): Promise<string | null>;

  /**
   * The same as far as it is known by heart, be it an old one: a window has to open before anything is
   * looked up, and whoever asks for one has the app.
   */
  abstract knownTokenOf(workspace: string): string | null;

  /** Slack no longer takes the one that we had. */
  abstract forget(workspace: string): void;
}
