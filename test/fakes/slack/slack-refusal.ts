/** Slack's own client would not let somebody do that, or the app did not answer as it must. */
export class SlackRefusal extends Error {
  override readonly name = 'SlackRefusal';
}
