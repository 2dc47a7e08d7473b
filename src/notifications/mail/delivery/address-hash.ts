import { createHash } from 'node:crypto';

/** By which an address is known again where it need not be readable; its case plays no part. */
export const addressHash = (address: string): Buffer =>
  createHash('sha256').update(address.toLowerCase()).digest();
