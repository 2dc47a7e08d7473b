const words = (name: string): readonly string[] => name.trim().split(/\s+/u);

const firstLetter = (word: string | undefined): string => Array.from(word ?? '')[0] ?? '';

/** 'Ada Mary Okafor' → 'AO': the first and the last name's first letters. */
export function initialsOf(name: string): string {
  const all = words(name);
  const last = all.length > 1 ? firstLetter(all.at(-1)) : '';
  return `${firstLetter(all[0])}${last}`.toUpperCase();
}

/** What a page shows of an attendee to whoever holds its link. */
export const firstNameOf = (name: string): string => words(name)[0] ?? '';
