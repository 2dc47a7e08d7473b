import { type Answer, ask, type Asked } from '../e2e/ask.js';

/** What somebody wants of the product. */
export interface Wish {
  readonly kind: 'book' | 'move' | 'cancel';
  /** Names the wish: its Idempotency-Key, and part of the e-mail address of a booker. */
  readonly key: string;
  /** The start that is wanted, or for a cancellation the one that is given back: `…Z`. */
  readonly start: string;
  /** The sequence that a mover says to have seen. */
  readonly seen?: number;
  /** The calendar's limits may stand against it too. */
  readonly isLimited?: boolean;
  readonly asked: Asked;
}

/** A wish, and every answer to it in order; null where the connection broke before the answer. */
export interface Attempt extends Wish {
  readonly answers: readonly (Answer | null)[];
}

export interface Booked {
  readonly uid: string;
  readonly manageToken: string;
  readonly start: string;
}

/** Somebody of this e-mail address wants this start: `…Z`. */
export function toBook(path: string, start: string, key: string): Wish {
  const attendee = { name: `Guest ${key}`, email: emailOf(key), timeZone: 'Europe/Berlin' };
  return {
    ...{ kind: 'book', key, start },
    asked: { path: `${path}/bookings`, body: { start, attendee }, headers: keyed(key) },
  };
}

interface MoveWish {
  readonly key: string;
  readonly start: string;
  readonly seen?: number;
}

export function toMove({ uid, manageToken }: Booked, wish: MoveWish): Wish {
  const { key, start, seen } = wish;
  const path = `/api/v1/bookings/${uid}/reschedule`;
  const body = seen === undefined ? { start } : { start, sequence: seen };
  const asked = { path, body, token: manageToken, headers: keyed(key) };
  return { kind: 'move', ...wish, asked };
}

export function toCancel({ uid, manageToken, start }: Booked, key: string): Wish {
  const path = `/api/v1/bookings/${uid}/cancel`;
  const asked = { path, method: 'POST', token: manageToken, headers: keyed(key) };
  return { kind: 'cancel', key, start, asked };
}

/** Sends it once. */
export async function attempt(url: string, wish: Wish): Promise<Attempt> {
  return { ...wish, answers: [await ask(url, wish.asked)] };
}

/** What it came to: the last answer; the earlier ones said to come again. */
export function resultOf({ key, answers }: Attempt): Answer {
  const last = answers.at(-1);
  if (!last) throw new Error(`${key} was never answered.`);
  return last;
}

export const isDone = (tried: Attempt): boolean => resultOf(tried).status < 300;

export const emailOf = (key: string): string => `${key}@example.com`;

const keyed = (key: string) => ({ 'idempotency-key': key });
