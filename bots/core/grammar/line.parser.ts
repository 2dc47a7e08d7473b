import { splitWords, type Token } from '../../../src/calendars/words/line-words.js';
import { say } from '../../../src/language/say.js';
import type { Outcome } from '../../../src/shared/outcome.js';
import { grammarProblem, type GrammarProblem } from './grammar-problem.js';

/** Slack sends at most 4,000 characters, Discord 6,000. */
const MOST_LENGTH = 8_000;

/** The words of a line that somebody typed. */
export function parseLine(line: string): Outcome<readonly Token[], GrammarProblem> {
  if (line.length > MOST_LENGTH) {
    return grammarProblem('too-long', say('grammar:parser.tooLong', { most: MOST_LENGTH }));
  }
  const words = splitWords(line);
  if (words.ok) return words;
  return grammarProblem('open-quote', say('grammar:parser.openQuote', { ...words.problem }));
}
