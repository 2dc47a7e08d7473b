import { expect } from '@jest/globals';
import { type Attempt, type WishKind } from './attempt.js';

const CLOSED = '409 booking-closed';
const TAKEN = '409 slot-taken';
/** The terminal says it in words. */
const IN_WORDS = '409';
/** Another request with the same key is being answered. */
const WAITING = '409 idempotency-conflict';

/** What stands against a wish when others were faster. */
const REFUSALS: Readonly<Record<WishKind, readonly string[]>> = {
  book: [TAKEN],
  hold: [TAKEN],
  release: ['404 not-found'],
  move: [TAKEN, CLOSED],
  // Whatever stands against it, they are shown.
  choose: [],
  cancel: [CLOSED],
  confirm: [CLOSED],
  decline: [CLOSED],
  pick: [CLOSED],
  withdraw: [CLOSED],
  propose: [IN_WORDS],
};

/** A 2xx, a way on, a reason to choose something else, or a 503 that says when to try again. */
export function expectAllowedAnswers(tried: Attempt, isCutOff: boolean): void {
  for (const answer of tried.answers) {
    if (!answer || answer.status < 400) continue;
    const { status, json, headers } = answer;
    if (status === 503) {
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      continue;
    }
    const name =
      String(json?.type ?? '')
        .split('/')
        .at(-1) ?? '';
    const wish = { wish: tried.kind, start: tried.start };
    const refusal = `${status} ${name}`.trim();
    const allowed = refusals(tried);
    expect({ ...wish, refusal, allowed: allowed.includes(refusal) }).toEqual({
      ...{ ...wish, refusal, allowed: true },
    });
    if (name !== 'slot-taken') continue;
    const others: { readonly start: string }[] = json.alternatives;
    if (isCutOff && others.length === 0) continue;
    expect({ ...wish, others: others.length }).toEqual({ ...wish, others: 3 });
    expect(others.map(({ start }) => start)).not.toContain(tried.start);
  }
}

function refusals({ kind, seen, mayMeet = [] }: Attempt): string[] {
  // Only who says what they saw can have seen something else.
  const isOther = seen === undefined ? [] : ['409 booking-changed'];
  return [...REFUSALS[kind], ...isOther, ...mayMeet, WAITING];
}
