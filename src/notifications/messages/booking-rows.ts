import { describeDate } from '../../calendars/words/local-date.js';
import { say } from '../../language/say.js';
import {
  type ClockFace,
  dateOf,
  timeOf,
  type WhenWords,
  whenWords,
} from '../../language/time-words.js';
import type { Interval } from '../../slots/interval.js';
import type { MessageFacts } from './message-facts.js';
import type { MessageKind, Reader } from './message-kind.js';
import type { MessageRow } from './message.js';

/** How much of a uid is typed in commands, see the card. */
const CODE_LENGTH = 6;
const ENDS: readonly MessageKind[] = ['cancelled', 'declined', 'expired'];
/** Of what stands from now on, the host's own words are worth reading. */
const STANDS: readonly MessageKind[] = ['booked', 'confirmed', 'moved'];

/** Nothing will take place. */
export const isEnd = (kind: MessageKind): boolean => ENDS.includes(kind);

/** What is typed in commands to name a booking. */
export const codeOf = ({ uid }: Pick<MessageFacts, 'uid'>): string => uid.slice(0, CODE_LENGTH);

/** The reader's own zone. Nobody asked guests for theirs: they come with the attendee. */
export const faceOf = (facts: MessageFacts, reader: Reader): ClockFace => ({
  zone: reader === 'host' ? facts.hostTimeZone : facts.attendeeTimeZone,
  hourCycle: '24',
});

/** `Tue 2 Feb 2027, 10:00` */
export const shortTime = (at: number, face: ClockFace): string =>
  `${describeDate(dateOf(at, face.zone))}, ${timeOf(at, face)}`;

/** The facts of a booking, in the order in which this reader wants them. */
export function bookingRows(facts: MessageFacts, reader: Reader, face: ClockFace): MessageRow[] {
  const { former } = facts;
  const location = reader === 'host' ? facts.hostLocation : facts.location;
  return [
    { label: say('mail:row.what'), lines: [facts.title] },
    whenRow(facts, reader, face),
    ...(former ? [formerRow(former, face)] : []),
    ...askedRows(facts, face),
    ...(location === null ? [] : [{ label: say('mail:row.where'), lines: [location] }]),
    ...(reader === 'host' ? attendeeRows(facts) : afterRows(facts)),
    ...reasonRows(facts, reader),
    ...(reader === 'host' ? [{ label: say('mail:row.code'), lines: [codeOf(facts)] }] : []),
  ];
}

function whenRow(facts: MessageFacts, reader: Reader, face: ClockFace): MessageRow {
  const own = whenWords(facts, face);
  const row = { label: say('mail:row.when'), lines: linesOf(own) };
  if (isEnd(facts.kind)) return { ...row, isFormer: true };
  const [name, zone] =
    reader === 'host'
      ? [facts.attendeeName, facts.attendeeTimeZone]
      : [facts.hostName, facts.hostTimeZone];
  const other = whenWords(facts, { ...face, zone });
  if (other.time === own.time && other.day === own.day) return row;
  const time = other.day === own.day ? other.time : `${other.day}, ${other.time}`;
  return { ...row, note: say('mail:row.forOther', { time, name, zone: other.zone }) };
}

function formerRow(former: Interval, face: ClockFace): MessageRow {
  const lines = linesOf(whenWords(former, face));
  return { label: say('mail:row.former'), lines, isFormer: true };
}

const linesOf = ({ day, time, zone }: WhenWords): string[] => [day, time, zone];

function askedRows({ kind, askedStarts }: MessageFacts, face: ClockFace): MessageRow[] {
  if (askedStarts.length === 0 || (kind !== 'proposed' && kind !== 'move_requested')) return [];
  const lines = askedStarts.toSorted((a, b) => a - b).map((start) => shortTime(start, face));
  return [{ label: say(kind === 'proposed' ? 'mail:row.offered' : 'mail:row.asked'), lines }];
}

/** What the host tells whoever has booked, as on the page that follows a booking. */
function afterRows({ kind, afterText, hostName: host }: MessageFacts): MessageRow[] {
  if (afterText === null || !STANDS.includes(kind)) return [];
  return [{ label: say('mail:row.after', { host }), lines: afterText.split('\n') }];
}

/**
 * What the attendee typed is for the host. It is not sent to the address that was typed with it:
 * whoever typed that need not be its owner, and would have us mail their words to a stranger.
 */
function reasonRows({ reason, actor }: MessageFacts, reader: Reader): MessageRow[] {
  if (reason === null || (reader !== 'host' && actor !== 'host')) return [];
  return [{ label: say('mail:row.reason'), lines: reason.split('\n') }];
}

function attendeeRows(facts: MessageFacts): MessageRow[] {
  const { attendeeName, attendeeEmail, notes, answers, guests } = facts;
  const who = [attendeeName, ...(attendeeEmail === null ? [] : [attendeeEmail])];
  return [
    { label: say('mail:row.who'), lines: who },
    ...(guests.length === 0 ? [] : [{ label: say('mail:row.guests'), lines: guests }]),
    ...answers.map(({ label, text }) => ({ label, lines: text.split('\n') })),
    ...(notes === '' ? [] : [{ label: say('mail:row.notes'), lines: notes.split('\n') }]),
  ];
}
