import { mistypedWord } from './nearest-word.js';
import { plainWords } from './plain-words.js';
import { weekdaysNamed } from './weekday-names.js';

/** Words for when that are long enough to be told from others with a slip in them. */
const ONE_SLIP = [
  ...['monday', 'friday', 'sunday', 'today', 'tonight', 'morning', 'afternoon', 'evening'],
  ...['weekend', 'january', 'february', 'september', 'october', 'november', 'december'],
];
/** Of these even two slips leave no other word that people write. */
const TWO_SLIPS = ['tuesday', 'wednesday', 'thursday', 'saturday', 'tomorrow', 'yesterday'];
const SHORTEST = 5;
const SURE_OF_TWO = 7;

/**
 * Words about when with their slips mended, `tusday 10:00` as `tuesday 10:00`, in the spelling of
 * `plainWords`; null when no word looks mistyped. Whoever wrote them is asked whether they meant that.
 */
export function withoutSlips(text: string): string | null {
  const words = plainWords(text).replaceAll('\n', ' ');
  const mended = words.replace(NAME_OR_WORD, (word) => meantBy(word) ?? word);
  return mended === words ? null : mended;
}

/** Whoever is mentioned, or comes first behind `with`, may have a name like a day. */
const NAME_OR_WORD = /@\S+|\bwith \S+|\p{L}+/gu;

function meantBy(word: string): string | null {
  const isKnown = [word, word.replace(/s$/, '')].some(
    (one) => ONE_SLIP.includes(one) || TWO_SLIPS.includes(one) || weekdaysNamed(one) !== null,
  );
  if (isKnown || word.length < SHORTEST) return null;
  const one = mistypedWord(word, [...ONE_SLIP, ...TWO_SLIPS], 1);
  return one ?? (word.length < SURE_OF_TWO ? null : mistypedWord(word, TWO_SLIPS, 2));
}
