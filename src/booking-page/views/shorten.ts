/** Text of at most `length` characters, cut at a word where there is one and marked by '…'. */
export function shorten(text: string, length: number): string {
  const letters = Array.from(text.replace(/\s+/gu, ' ').trim());
  if (letters.length <= length) return letters.join('');
  const cut = letters.slice(0, length - 1).join('');
  const atWord = cut.replace(/\s\S*$/u, '');
  return `${atWord.length > length / 2 ? atWord : cut.trimEnd()}…`;
}
