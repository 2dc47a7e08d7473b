import type { Reservation } from '../../bookings/holds/visitor-holds.repository.js';
import { uidOf } from '../../shared/random.js';

const HOLD = /^([0-9a-z]{20})\.([\w-]{43})$/;
const SECRET = /^[\w-]{43}$/;

/** A hold as a link and a form carry it: its uid and its secret. */
export const holdName = ({ uid, secret }: Reservation): string => `${uid}.${secret}`;

/** The hold of this name; null when it is no such name, which is as good as no hold. */
export function holdOf(name: unknown): Reservation | null {
  const [, uid, secret] = typeof name === 'string' ? (HOLD.exec(name) ?? []) : [];
  return uid === undefined || secret === undefined ? null : { uid, secret };
}

/**
 * The hold of a page that was shown with this secret, whatever time is chosen on it. So a browser that
 * goes back to the page finds what it holds as its own; null when it is no such secret.
 */
export const holdOfPage = (secret: string | undefined): Reservation | null =>
  secret !== undefined && SECRET.test(secret) ? { uid: uidOf(secret), secret } : null;
