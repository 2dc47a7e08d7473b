/** Where a sealed token belongs: it opens nowhere else. */
export const tokenPlace = (column: 'bot_token' | 'refresh_token', workspace: string): string =>
  `slack_installation:${column}:${workspace}`;
