import type { PlainTextElement } from '@slack/types';

/** Stands where a text shows nothing; Slack refuses empty ones. */
const NOTHING = '–';

/**
 * The beginning of a text, `most` UTF-16 units at most: whole characters only, and what joins or marks
 * one stays with it.
 */
export function beginningOf(text: string, most: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= most) return whole;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(whole.slice(0, most + MARGIN))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  // A single character longer than all the room there is can only be cut between its code points.
  return end > 0 ? whole.slice(0, end) : whole.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

/** No character that people write is longer. */
const MARGIN = 64;

/**
 * A text in pieces of `most` characters at most, which end where its lines do: those ends are left out, as
 * each piece stands in lines of its own. Only a line that is longer than that is broken.
 */
export function linewise(text: string, most: number): string[] {
  if (text.length <= most) return text === '' ? [] : [text];
  const end = text.lastIndexOf('\n', most);
  const piece = end > 0 ? text.slice(0, end) : beginningOf(text, most);
  return [piece, ...linewise(text.slice(end > 0 ? end + 1 : piece.length), most)];
}

/** A text that has room for `most` characters; one that is longer ends in an ellipsis. */
export const cutText = (text: string, most: number): string =>
  text.length <= most ? text.toWellFormed() : `${beginningOf(text, most - 1)}…`;

/** The same where something has to be seen. */
export function visible(text: string, most: number): string {
  const shown = cutText(text, most);
  return shown.trim() === '' ? NOTHING : shown;
}

/**
 * Shown as it stands: no markup, no mention, and no `:name:` becomes a picture. Slack takes `&`, `<` and
 * `>` as they are, but reads an escaped one as what it stands for.
 */
export function plainText(text: string, most: number): PlainTextElement {
  return { type: 'plain_text', text: visible(unambiguous(text), most), emoji: false };
}

export const unambiguous = (text: string): string => text.replace(/&(?=(?:amp|lt|gt);)/g, '&amp;');

/** Slack reads these three as the beginning of a mention, a link or an escaped character. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/**
 * Where a text is read as markup (notifications, screen readers), Slack knows no way to escape `*`, `_`,
 * `~` and backticks: those that could begin or end a format are shown by characters that look alike.
 */
export function literalText(text: string): string {
  return escapeText(
    text
      .toWellFormed()
      .replace(FORMATS, (mark) => LOOKALIKES[mark] ?? mark)
      .replace(/^\s*>/gm, '›'),
  );
}

const FORMATS = /`|(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])/gu;
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
