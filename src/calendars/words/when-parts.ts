/** A date and a time of day that were written together; an empty date means the next such time. */
export interface WhenParts {
  readonly date: string;
  readonly time: string;
}

const MERIDIEM = String.raw`(?:a\.m\.?|p\.m\.?|am|pm)`;
const EXPLICIT = String.raw`(?:\d{1,2}[:h]\d{2}(?: ?${MERIDIEM})?|\d{1,2} ?${MERIDIEM}|\d{1,2}h|noon|midnight)`;
const TRAILING = new RegExp(String.raw`^(?:(.*?)[ ,]+)??(?:at |@ ?)?(${EXPLICIT})(?::00)?$`);
const TRAILING_AT = /^(?:(.*?)[ ,]+)?(?:at |@ ?)(\d{1,2})$/;
const LEADING = new RegExp(String.raw`^(?:at |@ ?)?(${EXPLICIT})[ ,]+(?:on )?(.+)$`);
const LEADING_AT = /^(?:at |@ ?)(\d{1,2})[ ,]+(?:on )?(.+)$/;
const BARE_HOUR = /^(.+?)[ ,]+(\d{1,2})$/;

/**
 * Parts words that went through `plainWords`. A bare hour counts only behind what `isDate`, and only
 * when the whole is no date by itself: `fri 9` is a time, `dec 9` is not. Null when no time is named.
 */
export function splitTime(words: string, isDate: (text: string) => boolean): WhenParts | null {
  const text = words.replace(/^(\d{4}-\d{2}-\d{2})t(?=\d)/, '$1 ');
  const trailing = TRAILING.exec(text) ?? TRAILING_AT.exec(text);
  if (trailing) return { date: trailing[1] ?? '', time: trailing[2] ?? '' };
  const leading = LEADING.exec(text) ?? LEADING_AT.exec(text);
  if (leading) return { date: leading[2] ?? '', time: leading[1] ?? '' };
  const bare = BARE_HOUR.exec(text);
  const isTime = bare !== null && isDate(bare[1] ?? '') && !isDate(text);
  return isTime ? { date: bare[1] ?? '', time: bare[2] ?? '' } : null;
}
