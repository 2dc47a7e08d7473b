import { ProblemError } from '../../../src/shared/problem.js';

/** What `work` gives; null when somebody has done too much in a short time. */
export async function unlessLimited<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError && error.problem.name === 'rate-limited') return null;
    throw error;
  }
}
