import { parseMinutes } from './duration.parser.js';

/** How long, as it stands in a sentence. */
export interface LengthWords {
  /** The words themselves, to be taken out of the sentence. */
  readonly text: string;
  readonly minutes: number;
}

const MINUTES = String.raw`\d{1,4} ?(?:m|mins?|minutes?)`;
const HOURS = String.raw`\d{1,2}(?:[.,]\d{1,2})? ?(?:hours?|hrs?)(?: (?:and )?${MINUTES})?`;
// What follows `in` or goes before `later` is a time; so is `15h`.
const LENGTH = new RegExp(
  String.raw`(?<!\bin (?:half )?)(?:\bfor )?\b(half an hour|(?:an|one) hour|${HOURS}|${MINUTES})\b(?! (?:from now|later|ago|before|after))`,
);

/** The length of time that a sentence, gone through `plainWords`, speaks of; null when it speaks of none. */
export function lengthIn(words: string): LengthWords | null {
  const [text = '', length = ''] = LENGTH.exec(words) ?? [];
  const minutes = parseMinutes(length);
  return text !== '' && minutes.ok && minutes.value > 0 ? { text, minutes: minutes.value } : null;
}
