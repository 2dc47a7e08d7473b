import { Fault } from '../shared/fault.js';

/**
 * The start cannot go on and somebody has to do something: each sentence says what, in the words
 * of the catalogue, and may be shown as it is. Never holds the value of a variable.
 */
export class StartRefused extends Fault {
  constructor(
    code: string,
    readonly sentences: readonly string[],
    options?: { readonly cause?: unknown },
  ) {
    super(code, sentences.join('\n'), options);
    this.name = 'StartRefused';
  }
}
