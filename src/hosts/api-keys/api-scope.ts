/**
 * What a key may do: see everything of its host, change it, and make or revoke keys. None includes
 * another, and a key can only make keys that may do no more than itself.
 */
export const API_SCOPES = ['read', 'write', 'keys'] as const;

export type ApiScope = (typeof API_SCOPES)[number];
