import { type Answer, ask, type Asked } from '../e2e/ask.js';
import type { Desk } from '../process/desk.js';
import { readSaid } from './said.js';

export type WishKind =
  | 'book'
  | 'move'
  | 'choose'
  | 'cancel'
  | 'hold'
  | 'release'
  | 'pick'
  | 'withdraw'
  | 'confirm'
  | 'decline'
  | 'propose';

interface Wanted {
  readonly kind: WishKind;
  /** Names the wish: its Idempotency-Key, and part of the e-mail address of a booker. */
  readonly key: string;
  /** The start that is wanted, or of a cancellation or a release the one that is given back: `…Z`. */
  readonly start: string | null;
  /** The booking it is about, where there is one already. */
  readonly uid?: string;
  /** The sequence that a mover says to have seen. */
  readonly seen?: number;
  /** Refusals that this one may meet beside those of its kind: `422 slot-not-offered`. */
  readonly mayMeet?: readonly string[];
}

/** What somebody wants of the product by a request. */
export interface AskedWish extends Wanted {
  readonly asked: Asked;
}

/** What somebody wants of it in the terminal. */
export interface TypedWish extends Wanted {
  readonly who: string;
  readonly typed: string;
}

export type Wish = AskedWish | TypedWish;

/** A wish, and every answer to it in order; null where the connection broke before the answer. */
export type Attempt<W extends Wish = Wish> = W & { readonly answers: readonly (Answer | null)[] };

/** One process of the product. */
export interface Stand {
  readonly url: string;
  readonly desk: Desk;
}

/** Expresses it once. */
export async function attempt<W extends Wish>({ url, desk }: Stand, wish: W): Promise<Attempt<W>> {
  const answer =
    'typed' in wish ? readSaid(await desk.say(wish.who, wish.typed)) : await ask(url, wish.asked);
  return { ...wish, answers: [answer] };
}

/** What it came to: the last answer; the earlier ones said to come again. */
export function resultOf({ key, answers }: Attempt): Answer {
  const last = answers.at(-1);
  if (!last) throw new Error(`${key} was never answered.`);
  return last;
}

/** A page leads on where a program is answered. */
export const isDone = (tried: Attempt): boolean => resultOf(tried).status < 400;

/** Whoever was asked to come again need not have been beaten. */
export const isTurnedAway = (tried: Attempt): boolean => resultOf(tried).headers.has('retry-after');
