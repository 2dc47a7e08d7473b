import { dateWords } from '../../../../src/calendars/words/date-speech.js';
import type { DateContext } from '../../../../src/calendars/words/date.parser.js';
import { lengthIn } from '../../../../src/calendars/words/length-words.js';
import { plainWords } from '../../../../src/calendars/words/plain-words.js';
import { namesWish } from '../../../../src/calendars/words/wish.parser.js';
import { withoutSlips } from '../../../../src/calendars/words/when-slips.js';
import { localDateOf } from '../../../../src/slots/wall-clock.js';

/** What somebody wants who writes to the assistant in plain words. */
export interface DirectWords {
  readonly want: 'book' | 'move' | 'cancel' | 'list' | 'help' | 'unclear';
  /** With whom, as they wrote it; null when they named nobody. */
  readonly person: string | null;
  /** When, as they wrote it; null when they did not say. */
  readonly when: string | null;
  /** How long, in minutes; null when they did not say. */
  readonly minutes: number | null;
  /** The same words without what looks mistyped in them; null when nothing does. */
  readonly meant: string | null;
}

const POLITE = /^(?:hi|hello|hey)\b[ ,!.]*|\bplease\b|^(?:may|can|could) (?:i|we|you)\b|[?!]+/g;
const HELP = /^(?:help|start|hi|hello|hey)?$/;
const CANCEL = /\b(?:cancel|call off|can(?:'|’)?t make it|cannot make it)\b/;
const MOVE = /\b(?:move|reschedule|postpone|shift)\b/;
const LIST =
  /\b(?:my|list|show)\b.*\b(?:bookings?|appointments?|meetings?)\b|^(?:list|bookings|appointments)$/;
const BOOK = /\b(?:book|meet|meeting|appointment|slot|call|talk|schedule|see)\b/;
const MENTION = /(?:^|\s)<?@([^\s,.!?>]+)>?/;
/** The same with what may be the rest of a name. */
const MENTIONED = /(?:^|\s)<?@([^,.!?>@]+)/;
const WITH = /\bwith ([^,.!?@]+)/;
/** What may follow a name and is none. */
const AFTER_NAME = / (?:on|at|in|about|for|to|next|this|tomorrow|today)\b.*$/;

/** Reads a line such as `next tuesday afternoon with ada`. What it means is confirmed before it is done. */
export function parseDirectWords(text: string, context: DateContext): DirectWords {
  const words = plainWords(text).replaceAll('\n', ' ');
  const plain = words.replace(POLITE, ' ').replace(/\s+/g, ' ').trim();
  const length = lengthIn(plain);
  const timed = length === null ? plain : plain.replace(length.text, ' , ');
  const when = whenIn(timed, context);
  const person = personIn(when === null ? timed : timed.replace(when, ' , '));
  const want = wantIn(plain, when !== null || person !== null);
  return {
    ...{ want, when, minutes: length?.minutes ?? null, meant: withoutSlips(plain) },
    person: person && asWritten(person, text),
  };
}

/** What a platform knows people by may depend on its letters being small or capital. */
function asWritten(words: string, text: string): string {
  const small = text.toLowerCase();
  const at = small.length === text.length ? small.indexOf(words) : -1;
  return at === -1 ? words : text.slice(at, at + words.length);
}

/**
 * Whether words speak of something new, whatever else is being talked about: of help, of what is booked,
 * or of a meeting with somebody or, by a verb, at a time.
 */
export function speaksOfNew(text: string, { want, person, when }: DirectWords): boolean {
  if (want === 'list') return true;
  if (want === 'help') return /help/i.test(text);
  return want === 'book' && (person !== null || (when !== null && BOOK.test(plainWords(text))));
}

function wantIn(plain: string, isAboutMeeting: boolean): DirectWords['want'] {
  if (HELP.test(plain)) return 'help';
  if (CANCEL.test(plain)) return 'cancel';
  if (MOVE.test(plain)) return 'move';
  if (LIST.test(plain)) return 'list';
  return isAboutMeeting || BOOK.test(plain) ? 'book' : 'unclear';
}

function whenIn(plain: string, { now, timeZone }: DateContext): string | null {
  // Names may look like dates to whoever looks for dates: a mention is none.
  const words = plain.replace(MENTION, ' ');
  const spoken = dateWords(words, localDateOf(timeZone, now));
  const own = OWN_WORDS.exec(words)?.[0] ?? null;
  const found = spoken !== null && own !== null && own.includes(spoken) ? own : (spoken ?? own);
  return found === null ? null : withNeighbours(words, found);
}

/** So many words before and behind what was found may belong to it: `at 15h` tomorrow `9h30`. */
const MOST_NEIGHBOURS = 3;

/** The most words round the found ones that our own parser reads with them. */
function withNeighbours(sentence: string, found: string): string {
  const at = sentence.indexOf(found);
  const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');
  const before = wordsOf(sentence.slice(0, Math.max(at, 0))).slice(-MOST_NEIGHBOURS);
  const behind = wordsOf(sentence.slice(at + found.length)).slice(0, MOST_NEIGHBOURS);
  const around = Array.from({ length: before.length + 1 }, (_, left) =>
    Array.from({ length: behind.length + 1 }, (__, right) =>
      [...before.slice(left), found, ...behind.slice(0, behind.length - right)].join(' '),
    ),
  );
  return around.flat().find((text) => sentence.includes(text) && namesWish(text)) ?? found;
}

/** What our own parsers read beside what is found in the words of a sentence. */
const OWN_WORDS =
  /\b(?:(?:this|next) (?:week|weekend)(?: (?:in the )?(?:morning|afternoon|evening))?|\d{4}-\d{2}-\d{2}(?: (?:at )?\d{1,2}(?::\d{2})?)?|in \d+(?:[.,]\d+)? ?std\b\.?|\d{1,2}\.\d{1,2}\.(?:\d{4})?(?!\d)|tonight|mornings?|afternoons?|evenings?)(?<=\.|\b)/;

function personIn(words: string): string | null {
  const mention = MENTIONED.exec(words)?.[1]?.replace(AFTER_NAME, '').trim();
  if (mention !== undefined && mention !== '') return `@${mention}`;
  const name = WITH.exec(words)?.[1]?.replace(AFTER_NAME, '').trim();
  return name === undefined || name === '' ? null : name;
}
