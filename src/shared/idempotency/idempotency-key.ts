/** Who chose a key: a program in its header, the form of a page, or the product for itself. */
export type KeyOrigin = 'api' | 'page' | 'own';

/** A key as it is stored, so that nobody can spend a key of another origin by guessing it. */
export type IdempotencyKey = `${KeyOrigin}:${string}`;

export const keyFrom = (origin: KeyOrigin, key: string): IdempotencyKey => `${origin}:${key}`;
