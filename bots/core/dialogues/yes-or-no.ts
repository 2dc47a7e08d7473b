/** What a typed word says to a question that takes a yes or a no; null for any other word. */
export function yesOrNo(text: string): 'yes' | 'no' | null {
  const word = text.trim().replace(/[.!]$/, '');
  if (/^(?:y|yes|yep|ok|okay)$/i.test(word)) return 'yes';
  return /^(?:n|no|nope)$/i.test(word) ? 'no' : null;
}
