import type { Reservation } from '../../bookings/holds/visitor-holds.repository.js';

const HOLD = /^([0-9a-z]{20})\.([\w-]{43})$/;

/** A hold as a link and a form carry it: its uid and its secret. */
export const holdName = ({ uid, secret }: Reservation): string => `${uid}.${secret}`;

/** The hold of this name; null when it is no such name, which is as good as no hold. */
export function holdOf(name: unknown): Reservation | null {
  const [, uid, secret] = typeof name === 'string' ? (HOLD.exec(name) ?? []) : [];
  return uid === undefined || secret === undefined ? null : { uid, secret };
}
