import { refused, type Refused } from '../../../src/shared/outcome.js';
import type { CommandValues } from './arguments.parser.js';
import type { CommandEntry } from './command-entry.js';

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
  /** Where something is missing: the rest, which can be read. */
  readonly unfinished?: UnfinishedCommand;
}

/** A command with what was said of it so far. */
export interface UnfinishedCommand {
  readonly command: CommandEntry;
  readonly values: CommandValues;
}

export const grammarProblem = (
  kind: GrammarProblem['kind'],
  sentence: string,
  help: readonly string[] = [],
): Refused<GrammarProblem> => refused({ kind, sentence, help });
