import { createHash } from 'node:crypto';
import { addressKey } from './request-address.js';

/** What of a request tells one browser from most others. */
interface Visit {
  readonly ip: string;
  readonly headers: { readonly 'user-agent'?: string | undefined };
}

/**
 * Knows a browser again for the few minutes in which a time is held for it, without a cookie: by its
 * address and its own name. Two alike behind one address only give back each other's hold.
 */
export const browserKey = ({ ip, headers }: Visit): Buffer =>
  createHash('sha256')
    .update(`${addressKey(ip)}\n${headers['user-agent'] ?? ''}`)
    .digest();
