/**
 * For what is told in chat, beside the usual tries: a platform that comes back after hours finds within
 * minutes what waited for it, for two days.
 */
export const CHAT_RETRIES = { most: 600, longestGapSeconds: 300 } as const;
