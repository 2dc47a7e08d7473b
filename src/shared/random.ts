import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const letters = (count: number): string =>
  Array.from(randomBytes(count), (byte) => ALPHABET.charAt(byte % 32)).join('');

/** A public name that nobody can count through: 20 letters and digits, 100 bits, none easily confused. */
export const newUid = (): string => letters(20);

/** A secret that somebody reads here and types there: 60 bits, `7k2m-9cab-defg`. */
export const newCode = (): string => [letters(4), letters(4), letters(4)].join('-');

/** A secret of 256 bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. Looking up a hash leaves nothing to measure by time. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
