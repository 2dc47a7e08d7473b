import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A public name that nobody can count through: 20 letters and digits, 100 bits, none easily confused. */
export function newUid(): string {
  return Array.from(randomBytes(20), (byte) => ALPHABET.charAt(byte % 32)).join('');
}

/** A secret of 256 bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. Looking up a hash leaves nothing to measure by time. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
