import { noteSchema } from '../../../src/shared/text/person-text.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../../src/shared/sentence-problem.js';
import type { CommandCall } from './command.js';

/** Why a command was given, as it is stored; null when nothing was said. */
export function readReason({
  word,
}: Pick<CommandCall, 'word'>): Outcome<string | null, SentenceProblem> {
  const read = noteSchema.safeParse(word('reason') ?? '');
  if (!read.success) return refusedWith(read.error.issues[0]?.message ?? '');
  return done(read.data === '' ? null : read.data);
}
