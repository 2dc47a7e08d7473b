import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const spelled = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => ALPHABET.charAt(byte % 32)).join('');

const letters = (count: number): string => spelled(randomBytes(count));

const UID_LENGTH = 20;

/** A public name that nobody can count through: 20 letters and digits, 100 bits, none easily confused. */
export const newUid = (): string => letters(UID_LENGTH);

/** The one public name that goes with a token, to which it does not lead back. */
export const uidOf = (token: string): string =>
  spelled(createHash('sha256').update(`uid of ${token}`).digest().subarray(0, UID_LENGTH));

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
