import { Fault } from '../shared/fault.js';

/** Nothing is wrong, but what a job is about cannot be done just now: it comes again after so long. */
export class Postponed extends Fault {
  constructor(
    code: string,
    message: string,
    readonly seconds: number,
    options?: { readonly cause?: unknown },
  ) {
    super(code, message, options);
    this.name = 'Postponed';
  }
}

/** What becomes of a job of which so much could not be done: put off where all of that was. */
export function unfinished(code: string, message: string, failures: readonly unknown[]): Fault {
  const [cause] = failures;
  const waits = failures.flatMap((one) => (one instanceof Postponed ? [one.seconds] : []));
  return waits.length === failures.length
    ? new Postponed(code, message, Math.max(...waits), { cause })
    : new Fault(code, message, { cause });
}

export const failuresOf = (results: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  results.filter((result) => result.status === 'rejected').map(({ reason }): unknown => reason);
