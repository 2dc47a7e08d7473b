import { describeDate } from '../../calendars/words/local-date.js';
import { say } from '../../language/say.js';
import { type ClockFace, dateOf, timeOf, whenWords } from '../../language/time-words.js';
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

/** A guest hears of a booking when it is confirmed, and knows no other time. */
const isInvited = ({ kind }: MessageFacts, reader: Reader): boolean =>
  reader === 'guest' && kind === 'confirmed';

/** The facts of a booking, in the order in which this reader wants them. */
export function bookingRows(facts: MessageFacts, reader: Reader, face: ClockFace): MessageRow[] {
  const { former } = facts;
  const location = reader === 'host' ? facts.hostLocation : facts.location;
  return [
    ...askedRows(facts, face),
    whenRow(facts, reader, face),
    ...(former && !isInvited(facts, reader) ? [formerRow(former, face)] : []),
    ...(location === null || isEnd(facts.kind)
      ? []
      : [{ label: say('mail:row.where'), lines: [location] }]),
    ...(reader === 'host' ? attendeeRows(facts) : afterRows(facts)),
    ...reasonRows(facts, reader),
    ...(reader === 'host' ? [{ label: say('mail:row.code'), lines: [codeOf(facts)] }] : []),
  ];
}

function whenRow(facts: MessageFacts, reader: Reader, face: ClockFace): MessageRow {
  const own = whenWords(facts, face);
  const { day, time: hours, zone: ownZone } = own;
  const label = say(isAboutOthers(facts) ? 'mail:row.present' : 'mail:row.when');
  const row = { label, lines: [day, hours], notes: [ownZone] };
  if (isEnd(facts.kind)) return { ...row, isFormer: true };
  const [name, zone] =
    reader === 'host'
      ? [facts.attendeeName, facts.attendeeTimeZone]
      : [facts.hostName, facts.hostTimeZone];
  const other = whenWords(facts, { ...face, zone });
  const isChief = !isAboutOthers(facts);
  if (other.time === own.time && other.day === own.day) return { ...row, isChief };
  const time = other.day === own.day ? other.time : `${other.day}, ${other.time}`;
  const theirs = say('mail:row.forOther', { time, name, zone: other.zone });
  return { ...row, isChief, notes: [ownZone, theirs] };
}

function formerRow(former: Interval, face: ClockFace): MessageRow {
  const { day, time } = whenWords(former, face);
  return { label: say('mail:row.former'), lines: [day, time], isFormer: true };
}

/** Other times are what it is about; the present one stands meanwhile. */
const isAboutOthers = ({ kind, askedStarts }: MessageFacts): boolean =>
  askedStarts.length > 0 && (kind === 'proposed' || kind === 'move_requested');

function askedRows(facts: MessageFacts, face: ClockFace): MessageRow[] {
  if (!isAboutOthers(facts)) return [];
  const starts = facts.askedStarts.toSorted((a, b) => a - b);
  const lines = starts.map((start) => shortTime(start, face));
  const label = say(facts.kind === 'proposed' ? 'mail:row.offered' : 'mail:row.asked');
  return [{ label, lines, isChief: true }];
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
