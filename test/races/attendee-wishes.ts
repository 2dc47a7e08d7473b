import type { AskedWish } from './attempt.js';

export interface Booked {
  readonly uid: string;
  readonly manageToken: string;
  readonly start: string;
}

/** A time that is held for a visitor, as they were told. */
export interface Held {
  readonly uid: string;
  readonly secret: string;
}

/** Somebody of this e-mail address wants this start: `…Z`. */
export function toBook(path: string, start: string, key: string): AskedWish {
  const attendee = { name: `Guest ${key}`, email: emailOf(key), timeZone: 'Europe/Berlin' };
  return {
    ...{ kind: 'book', key, start },
    asked: { path: `${path}/bookings`, body: { start, attendee }, headers: keyed(key) },
  };
}

/** The same by a link that books once. */
export function toBookOnce(wish: AskedWish, once: string): AskedWish {
  const { asked, ...wanted } = wish;
  return { ...wanted, asked: { ...asked, body: Object.assign({}, asked.body, { once }) } };
}

/** The same, showing what is held; it may be somebody else's. */
export function toBookHeld(wish: AskedWish, { uid, secret }: Held): AskedWish {
  const { asked, ...wanted } = wish;
  const body = Object.assign({}, asked.body, { reservation: { uid, secret } });
  return { ...wanted, asked: { ...asked, body } };
}

export function toHold(path: string, start: string, key: string): AskedWish {
  const asked = { path: `${path}/reservations`, body: { start }, headers: keyed(key) };
  return { kind: 'hold', key, start, asked };
}

export function toRelease({ uid, secret }: Held, key: string): AskedWish {
  const asked = { path: `/api/v1/reservations/${uid}`, method: 'DELETE', token: secret };
  return { kind: 'release', key, start: null, uid, asked };
}

interface MoveWish {
  readonly key: string;
  readonly start: string;
  readonly seen?: number;
}

export function toMove({ uid, manageToken }: Booked, wish: MoveWish): AskedWish {
  const { key, start, seen } = wish;
  const path = `/api/v1/bookings/${uid}/reschedule`;
  const body = seen === undefined ? { start } : { start, sequence: seen };
  const asked = { path, body, token: manageToken, headers: keyed(key) };
  return { kind: 'move', ...wish, uid, asked };
}

/** Chooses, on the page of times, to when it is to move: they have yet to confirm it. */
export function toChoose({ uid, manageToken: t }: Booked, start: string, key: string): AskedWish {
  const fields = new URLSearchParams({ t, start, choose: '1' });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const asked = { path: `/b/${uid}/reschedule`, body: fields.toString(), headers };
  return { kind: 'choose', key, start, uid, asked };
}

export function toCancel({ uid, manageToken, start }: Booked, key: string): AskedWish {
  const path = `/api/v1/bookings/${uid}/cancel`;
  const asked = { path, method: 'POST', token: manageToken, headers: keyed(key) };
  return { kind: 'cancel', key, start, uid, asked };
}

/** Takes one of the times that the host proposes; null: none of them. */
export function toPick({ uid, manageToken }: Booked, start: string | null, key: string): AskedWish {
  const path = `/api/v1/bookings/${uid}/proposal`;
  const asked = { path, body: { start }, token: manageToken, headers: keyed(key) };
  return { kind: 'pick', key, start, uid, asked };
}

/** Takes back that they asked to move. */
export function toWithdraw({ uid, manageToken }: Booked, key: string): AskedWish {
  const path = `/api/v1/bookings/${uid}/withdraw-move`;
  const asked = { path, method: 'POST', token: manageToken, headers: keyed(key) };
  return { kind: 'withdraw', key, start: null, uid, asked };
}

export const emailOf = (key: string): string => `${key}@example.com`;

const keyed = (key: string) => ({ 'idempotency-key': key });
