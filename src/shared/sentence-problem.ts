import { refused, type Refused } from './outcome.js';

/** Why something a person wrote cannot be taken, in a sentence that says what would work. */
export interface SentenceProblem {
  readonly sentence: string;
}

export const refusedWith = (sentence: string): Refused<SentenceProblem> => refused({ sentence });
