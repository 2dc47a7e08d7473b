import { refused, type Refused } from '../../../src/shared/outcome.js';

/** Why a line is no command, in a sentence, and lines of help that show what would work. */
export interface GrammarProblem {
  readonly kind:
    | 'too-long'
    | 'open-quote'
    | 'not-a-command'
    | 'unknown-word'
    | 'missing-argument'
    | 'unknown-flag'
    | 'flag-without-value'
    | 'given-twice'
    | 'too-much'
    | 'wrong-value';
  readonly sentence: string;
  readonly help: readonly string[];
}

export const grammarProblem = (
  kind: GrammarProblem['kind'],
  sentence: string,
  help: readonly string[] = [],
): Refused<GrammarProblem> => refused({ kind, sentence, help });
