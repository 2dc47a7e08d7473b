import { distance } from 'fastest-levenshtein';

/** Words of commands have at most 32 letters; the rest of a longer one changes nothing. */
const MOST_LENGTH = 40;

/**
 * The candidate that somebody most likely meant: the only one that starts with the word or holds it,
 * else the one that differs in the fewest letters, of which at most a third may differ.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | null {
  const wanted = word.slice(0, MOST_LENGTH).toLowerCase();
  if (wanted === '') return null;
  const longer = wanted.length < 2 ? [] : candidates.filter((name) => name.startsWith(wanted));
  const around = wanted.length < 3 ? [] : candidates.filter((name) => name.includes(wanted));
  const [only] = longer.length === 1 ? longer : around.length === 1 ? around : [];
  if (only !== undefined) return only;
  return mistypedWord(wanted, candidates, Math.max(1, Math.floor(wanted.length / 3)));
}

/** The candidate that differs in the fewest letters, at most so many; null when none does. */
export function mistypedWord(
  wanted: string,
  candidates: readonly string[],
  most: number,
): string | null {
  const [nearest] = candidates
    .map((name) => ({ name, letters: slips(wanted, name) }))
    .filter(({ letters }) => letters <= most)
    .toSorted((one, other) => one.letters - other.letters);
  return nearest?.name ?? null;
}

/** Letters in another order are one slip. */
function slips(wanted: string, name: string): number {
  const ordered = (word: string) => word.split('').toSorted().join('');
  return ordered(wanted) === ordered(name) ? 1 : distance(wanted, name);
}
