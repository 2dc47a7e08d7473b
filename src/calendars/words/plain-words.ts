import { shownText } from '../../shared/text/person-text.js';

/** Longer than any date, zone or length of time somebody means; the parsers stay quick below it. */
export const MOST_WORDS_LENGTH = 1_000;

/**
 * Human input in one spelling: lower case, full-width digits and letters narrowed, every typographic
 * dash a hyphen, spaces collapsed. Line ends stay, because they part the groups of weekly hours.
 */
export function plainWords(text: string): string {
  return text
    .slice(0, MOST_WORDS_LENGTH)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63]/g, '-')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** What somebody wrote, to be shown back inside a sentence: cleaned, short, in quotation marks. */
export const quoted = (text: string): string => `“${shownText(text, 40)}”`;

/** Typographic marks end a quotation where a word ends. */
const ENDING_MARK = /"|[“”„‟«»＂](?=\s|$)/g;

/** As it would be typed in a command: one argument, whatever is in it. */
export const inQuotes = (text: string): string => `"${text.replace(ENDING_MARK, '\\$&')}"`;
