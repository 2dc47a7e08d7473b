/**
 * Letters that look like others, by the Latin ones that they pass for: of Cyrillic, Greek and Armenian,
 * and digits and letters that few can tell from each other.
 */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ё: 'e', һ: 'h', і: 'l', ї: 'l', ј: 'j', к: 'k' },
  ...{ м: 'm', н: 'h', о: 'o', р: 'p', ԛ: 'q', ѕ: 's', т: 't', у: 'y', ԝ: 'w', х: 'x', ӏ: 'l' },
  ...{ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'l', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u' },
  ...{ χ: 'x', μ: 'u', ω: 'w', ո: 'n', ս: 'u', օ: 'o', հ: 'h', ց: 'g', ı: 'l' },
  ...{ '0': 'o', '1': 'l', i: 'l', '|': 'l', '!': 'l', '5': 's', '3': 'e', ß: 'b' },
};

/** What a name looks like: the same for two that pass for each other. */
export function lookOf(name: string): string {
  const letters = name.normalize('NFKD').toLowerCase().replace(NOT_SEEN, '');
  return Array.from(letters, (letter) => ALIKE[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/** Marks, spaces and what shows nothing. */
const NOT_SEEN = /[\p{M}\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\p{P}]/gu;

/** Names for where there is room for text alone: those that look alike with what tells them apart. */
export function toldApart<T extends { readonly name: string; readonly userKey: string }>(
  people: readonly T[],
): readonly (T & { readonly label: string })[] {
  const looks = Map.groupBy(people, ({ name }) => lookOf(name));
  return people.map((person) => {
    const isAlone = looks.get(lookOf(person.name))?.length === 1;
    return { ...person, label: isAlone ? person.name : `${person.name} (@${person.userKey})` };
  });
}
