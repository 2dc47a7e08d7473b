import type { AskedWish, TypedWish } from './attempt.js';
import type { Booked } from './attendee-wishes.js';

/** A host, and the key by which a program acts for them. */
export interface Acting {
  readonly handle: string;
  readonly apiKey: string;
}

type Answering = 'confirm' | 'decline' | 'cancel';

export const toConfirm = (host: Acting, booked: Booked, key: string): AskedWish =>
  toAnswer('confirm', host, { booked, key });

export const toDecline = (host: Acting, booked: Booked, key: string): AskedWish =>
  toAnswer('decline', host, { booked, key });

/** The host cancels it, not the attendee. */
export const toCallOff = (host: Acting, booked: Booked, key: string): AskedWish =>
  toAnswer('cancel', host, { booked, key });

/** Up to three other starts, `…Z`. The host's calendars are in UTC. */
export function toPropose(
  { handle }: Acting,
  { uid }: Booked,
  wish: { readonly key: string; readonly starts: readonly string[] },
): TypedWish {
  const times = wish.starts.map((start) => start.slice(0, 16).replace('T', ' '));
  const typed = `/schedule bookings propose ${uid.slice(0, 8)} ${times.join(', ')}`;
  return { kind: 'propose', key: wish.key, start: null, uid, who: handle, typed };
}

function toAnswer(
  kind: Answering,
  { apiKey }: Acting,
  { booked: { uid }, key }: { readonly booked: Booked; readonly key: string },
): AskedWish {
  const path = `/api/v1/bookings/${uid}/${kind}`;
  const headers = { 'idempotency-key': key };
  return { kind, key, start: null, uid, asked: { path, method: 'POST', token: apiKey, headers } };
}
