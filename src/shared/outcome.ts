/** What an operation answers when failing is expected: the compiler makes the caller look at `ok`. */
export type Outcome<T, P> = Done<T> | Refused<P>;

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<P> {
  readonly ok: false;
  readonly problem: P;
}

export const done = <T>(value: T): Done<T> => ({ ok: true, value });

export const refused = <P>(problem: P): Refused<P> => ({ ok: false, problem });
